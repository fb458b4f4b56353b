package lantern.demo.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.demo.authority.Authority;
import lantern.demo.child.Child;
import lantern.demo.child.ChildRows;
import lantern.demo.rows.Rows;
import lantern.demo.rows.Table;
import lantern.intake.Said;
import lantern.intake.SaidJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A notification as its sender wrote it; {@link #row} keeps it with what was made of it. */
public record Message(
        UUID id,
        UUID agency,
        String channel,
        String source,
        String reference,
        String kind,
        Instant occurredAt,
        Instant reportedAt,
        Instant receivedAt,
        UUID receivedBy,
        boolean wantsFeedback,
        Said said) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    public void row(
            Rows rows, Authority authority, String state, @Nullable UUID child, @Nullable String parkedBecause) {
        var missing = said.missing();
        rows.add(
                Table.NOTIFICATION,
                authority.id(),
                id,
                agency,
                channel,
                source,
                reference,
                kind,
                occurredAt,
                reportedAt,
                receivedAt,
                receivedBy,
                raw(),
                SaidJson.write(said),
                state,
                child,
                parkedBecause,
                wantsFeedback,
                missing == null ? null : missing.policeReference());
    }

    /** The body that was posted, or what the form makes of a call. */
    private String raw() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("source", source);
        body.put("sourceReference", reference);
        body.put("kind", kind);
        body.put("occurredAt", occurredAt);
        body.put("reportedAt", reportedAt);
        body.put("reporter", said.reporter());
        body.put("child", said.child());
        body.put("missing", said.missing());
        body.put("found", said.found());
        body.values().removeIf(java.util.Objects::isNull);
        return JSON.writeValueAsString(body);
    }

    /** How a sender who knows the child well names them. */
    static Said.Child named(Child child, Authority authority, boolean byPolice) {
        return new Said.Child(
                child.family(),
                child.givenNames(),
                child.knownAs(),
                child.born(),
                null,
                child.sex(),
                null,
                byPolice ? Map.of("policeNominal", ChildRows.nominal(child, authority)) : Map.of(),
                List.of(new Said.Address(
                        child.address().lines(), child.address().postcode(), "home")),
                child.phone() == null ? List.of() : List.of(child.phone()),
                null,
                null);
    }
}
