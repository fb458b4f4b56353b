package lantern.intake.notification;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantern.calendar.London;
import lantern.intake.Incident.Kind;
import lantern.intake.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of the HTTP contract (spec: api.md). Never throws for what was sent: it answers the message or every problem. */
public final class NotificationReader {
    static final int NAME = 200;
    static final int LINE = 500;
    static final int NARRATIVE = 20_000;

    /** A sender's clock may run ahead by a little. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Nobody reports today what happened before; older history comes in by import. */
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Instant now;

    private NotificationReader(Instant now) {
        this.now = now;
    }

    public static Reading read(byte[] body, String channel, Instant now) {
        String raw;
        try {
            raw = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Reading.Unreadable("The body is not UTF-8. Send JSON in UTF-8");
        }
        if (raw.isBlank()) return new Reading.Unreadable("The body is empty. Send a JSON object");
        JsonNode tree;
        try {
            tree = JSON.readTree(raw.startsWith("\uFEFF") ? raw.substring(1) : raw);
        } catch (JacksonException e) {
            return new Reading.Unreadable(why(e));
        }
        if (!tree.isObject()) return new Reading.Invalid(List.of(new Problem("body", "Send a JSON object")));
        return new NotificationReader(now).notification(tree, channel, raw);
    }

    // Jackson's own message quotes what was sent; only where it stopped is said back.
    private static String why(JacksonException e) {
        var where = e.getLocation();
        var place = where == null || where.getLineNr() < 1
                ? ""
                : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        if (e instanceof tools.jackson.core.exc.StreamConstraintsException)
            return "The JSON is nested deeper, or has a longer name or number, than is read" + place;
        if (String.valueOf(e.getMessage()).contains("Duplicate")) return "The JSON has one field twice" + place;
        return "The body is not valid JSON" + place;
    }

    private Reading notification(JsonNode tree, String channel, String raw) {
        var problems = new ArrayList<Problem>();
        var it = Fields.of(tree, problems);
        var source = it.required("source", 100);
        var sourceReference = it.required("sourceReference", NAME);
        var kind = kind(it);
        var occurredAt = past(it, "occurredAt");
        var reportedAt = reportedAt(it);
        var wantsFeedback = it.yesOrNo("wantsFeedback");
        var said = new Said(
                reporter(it.in("reporter")), child(it.in("child")), missing(it.in("missing")), found(it.in("found")));
        it.nothingElse();
        if (!problems.isEmpty()) return new Reading.Invalid(List.copyOf(problems));
        return new Reading.Read(new Message(
                channel,
                source,
                sourceReference,
                kind,
                occurredAt,
                reportedAt,
                // Whoever raises a concern waits for an answer unless they say otherwise (inquiry recommendation R08).
                wantsFeedback == null ? kind == Kind.CONCERN || kind == Kind.EDUCATION_REFERRAL : wantsFeedback,
                said,
                raw));
    }

    private static Kind kind(Fields it) {
        var code = it.required("kind", 100);
        for (var kind : Kind.values()) if (kind.code().equals(code)) return kind;
        if (!code.isEmpty())
            it.wrong("kind", "Send one of: missing, absent, found, update, concern, education-referral, public-report");
        return Kind.UPDATE;
    }

    private Instant reportedAt(Fields it) {
        var before = it.problems();
        var at = past(it, "reportedAt");
        if (at == null && it.problems() == before) it.wrong("reportedAt", "Send this field: it cannot be left out");
        return at == null ? now : at;
    }

    private @Nullable Instant past(Fields it, String name) {
        var limits = "Send a time between the year 2000 and now: it may be at most five minutes ahead of ours";
        return it.instant(name, EARLIEST, now.plus(CLOCK_SKEW), limits);
    }

    private static Said.@Nullable Reporter reporter(Fields it) {
        if (it.absent()) return null;
        var reporter = new Said.Reporter(
                it.line("name", NAME), it.line("relationship", NAME), it.line("phone", 50), it.line("email", NAME));
        it.nothingElse();
        return reporter;
    }

    private Said.@Nullable Child child(Fields it) {
        if (it.absent()) {
            it.orWrong("familyName");
            return null;
        }
        var today = London.date(now);
        var child = new Said.Child(
                it.required("familyName", NAME),
                it.line("givenNames", NAME),
                it.line("knownAs", NAME),
                birth(it, today),
                it.number("approximateAge", 0, 25),
                it.oneOf("sex", List.of("female", "male", "not-known")),
                it.line("ethnicity", NAME),
                identifiers(it.in("identifiers")),
                it.objects("addresses", 20, NotificationReader::address),
                it.texts("phones", 20, 50),
                it.lines("description", NARRATIVE),
                it.lines("clothing", NARRATIVE),
                it.texts("accounts", 20, NAME),
                it.lines("disability", NARRATIVE),
                it.lines("medication", NARRATIVE));
        it.nothingElse();
        return child;
    }

    private static @Nullable LocalDate birth(Fields it, LocalDate today) {
        // Care leavers are supported until 25, so nobody older is a child here.
        return it.date(
                "dateOfBirth",
                today.minusYears(26).plusDays(1),
                today,
                "Send the birth of someone aged 0 to 25, not in the future");
    }

    private static Map<String, String> identifiers(Fields it) {
        var all = new LinkedHashMap<String, String>();
        for (var name : List.of("upn", "nhsNumber", "policeNominal")) {
            var value = it.line(name, 50);
            if (value != null) all.put(name, value);
        }
        it.nothingElse();
        return java.util.Collections.unmodifiableMap(all);
    }

    private static Said.Address address(Fields it) {
        var address = new Said.Address(
                it.lines("lines", LINE),
                it.line("postcode", 12),
                it.oneOf("kind", List.of("home", "previous", "other")));
        it.nothingElse();
        return address;
    }

    private Said.@Nullable Missing missing(Fields it) {
        if (it.absent()) return null;
        var missing = new Said.Missing(
                past(it, "lastSeenAt"),
                it.line("lastSeenPlace", LINE),
                it.line("lastSeenBy", NAME),
                it.oneOf("missingFrom", List.of("home", "placement", "school", "other")),
                it.line("placementName", NAME),
                it.lines("circumstances", NARRATIVE),
                it.oneOf("classification", List.of("missing", "absent")),
                it.oneOf("risk", List.of("high", "medium", "low", "very-low")),
                it.yesOrNo("outOfCharacter"),
                it.texts("concerns", 50, 1_000),
                it.line("policeReference", 100),
                it.line("lastSeenWith", LINE),
                it.lines("transport", LINE),
                it.lines("money", LINE),
                it.lines("danger", NARRATIVE),
                it.lines("exploitation", NARRATIVE),
                it.lines("earlierEpisodes", NARRATIVE),
                it.texts("checks", 50, LINE));
        it.nothingElse();
        return missing;
    }

    private Said.@Nullable Found found(Fields it) {
        if (it.absent()) return null;
        var found = new Said.Found(
                past(it, "foundAt"),
                it.line("foundPlace", LINE),
                it.line("foundBy", NAME),
                it.line("returnedTo", LINE),
                it.oneOf("harm", List.of("suffered", "suspected", "none-known")),
                it.lines("safeAndWellCheck", NARRATIVE));
        it.nothingElse();
        return found;
    }
}
