package lantern.children.disclosure;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Actor;
import lantern.audit.Ledger;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Preparing a copy, sending it, agreeing to it as the second person, and deciding not to share. */
@Component
@Transactional
class Disclosures {
    private static final String MARKS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Composer composer;
    private final DisclosureQueries queries;
    private final Ledger ledger;
    private final Clock clock;

    Disclosures(JdbcClient db, Composer composer, DisclosureQueries queries, Ledger ledger, Clock clock) {
        this.db = db;
        this.composer = composer;
        this.queries = queries;
        this.ledger = ledger;
        this.clock = clock;
    }

    UUID prepare(
            UUID child,
            String document,
            @Nullable UUID agency,
            String recipient,
            String purpose,
            Basis basis,
            Actor by) {
        composer.document(document);
        if (recipient.isBlank()) throw new Refused("Say who is given the copy", "recipient");
        if (purpose.isBlank()) throw new Refused("Say what they need it for", "purpose");
        var id = Ids.next();
        var sql = """
                insert into children.disclosure (authority_id, id, child_id, document, recipient_agency, recipient, purpose, lawful_basis,
                                                 prepared_by, prepared_at)
                values (:authority, :id, :child, :document, :agency, :recipient, :purpose, :basis, :by, :at)
                """;
        db.sql(sql)
                .param("authority", by.authority())
                .param("id", id)
                .param("child", child)
                .param("document", document)
                .param("agency", agency)
                .param("recipient", recipient.strip())
                .param("purpose", purpose.strip())
                .param("basis", basis.code)
                .param("by", by.id())
                .param("at", now())
                .update();
        ledger.act("disclosure.prepared", "disclosure", id, child, Map.of("document", document));
        return id;
    }

    /**
     * Sends what goes by itself and what was chosen besides, or asks a second person.
     *
     * @param chosen codes of the parts that go
     * @return the state it is in now
     */
    Disclosure.State send(UUID id, Collection<String> chosen, String reason, Actor by) {
        var disclosure = lock(id, Disclosure.State.PREPARED);
        var parts = composer.compose(disclosure);
        if (parts.stream().noneMatch(each -> chosen.contains(each.part().code())))
            throw new Refused("Choose at least one part, or decide not to share", "parts");
        var besides = parts.stream()
                .filter(each -> chosen.contains(each.part().code()) && !each.goesByItself())
                .toList();
        if (!besides.isEmpty() && reason.isBlank())
            throw new Refused("Say why what is withheld otherwise must go along", "reason");
        var second = besides.stream().anyMatch(Composer.Composed::needsSecond);
        freeze(disclosure, parts, chosen);
        var state = second ? "waiting" : "sent";
        var sql = """
                update children.disclosure set state = :state, reason = :reason, needs_second = :second, part_count = :parts, decided_by = :by, decided_at = :at, mark = :mark
                where authority_id = (select ctx.authority()) and id = :id
                """;
        db.sql(sql)
                .param("id", id)
                .param("state", state)
                .param("reason", reason.isBlank() ? null : reason.strip())
                .param("second", second)
                .param("parts", parts.size())
                .param("by", second ? null : by.id())
                .param("at", second ? null : now())
                .param("mark", second ? null : mark())
                .update();
        if (second) ledger.act("disclosure.second-person-asked", "disclosure", id, disclosure.child());
        else sent(disclosure, sections(id));
        return Disclosure.State.of(state);
    }

    /** The second person agrees: what they read goes. */
    void approve(UUID id, String words, Actor by) {
        var disclosure = lock(id, Disclosure.State.WAITING);
        if (disclosure.preparedBy().equals(by.id()))
            throw Refused.notAllowed("Somebody else must agree: you prepared this copy");
        var still = composer.compose(disclosure).stream()
                .filter(each -> !each.beyond())
                .map(each -> each.part().code())
                .toList();
        var kept = queries.parts(id);
        if (disclosure.partCount() == null || kept.size() != disclosure.partCount())
            throw Refused.notAllowed("Somebody else must agree: you may not see every part of this copy");
        if (kept.stream().anyMatch(each -> each.withheld() == null && !each.beyond() && !still.contains(each.code())))
            throw Refused.conflict(
                    "What the recipient may see has changed since: decide not to share this copy, and prepare another");
        decide(id, "sent", words, by, mark());
        sent(disclosure, sections(id));
    }

    /** Also kept, and seen as often as sharing: the decision that somebody is not given what they asked for. */
    void doNotShare(UUID id, String why, Actor by) {
        if (why.isBlank()) throw new Refused("Say why it is not shared", "why");
        var disclosure = lock(id, null);
        if (disclosure.state() != Disclosure.State.PREPARED && disclosure.state() != Disclosure.State.WAITING)
            throw Refused.conflict("It was decided before");
        decide(id, "not-shared", why, by, null);
        ledger.act("disclosure.not-shared", "disclosure", id, disclosure.child(), Map.of("basis", disclosure.basis()));
    }

    private void decide(UUID id, String state, String words, Actor by, @Nullable String mark) {
        var sql = """
                update children.disclosure set state = :state, decision = :words, decided_by = :by, decided_at = :at, mark = :mark
                where authority_id = (select ctx.authority()) and id = :id
                """;
        db.sql(sql)
                .param("id", id)
                .param("state", state)
                .param("words", words.isBlank() ? null : words.strip())
                .param("by", by.id())
                .param("at", now())
                .param("mark", mark)
                .update();
    }

    private void sent(Disclosure disclosure, List<String> sections) {
        var detail = new java.util.LinkedHashMap<String, Object>();
        detail.put("document", disclosure.document());
        detail.put("basis", disclosure.basis());
        detail.put("sections", sections);
        detail.put(
                "to",
                disclosure.agency() == null ? "outside" : disclosure.agency().toString());
        ledger.act("disclosure.sent", "disclosure", disclosure.id(), disclosure.child(), detail);
    }

    private List<String> sections(UUID id) {
        return queries.parts(id).stream()
                .filter(each -> each.withheld() == null)
                .map(Disclosure.Kept::section)
                .distinct()
                .toList();
    }

    private void freeze(Disclosure disclosure, List<Composer.Composed> parts, Collection<String> chosen) {
        var sql = """
                insert into children.disclosure_part (authority_id, disclosure_id, child_id, place, code, section, heading, beyond, withheld, lines)
                values ((select ctx.authority()), :disclosure, :child, :place, :code, :section, :heading, :beyond, :withheld, :lines::jsonb)
                """;
        var place = 0;
        for (var each : parts) {
            var goes = chosen.contains(each.part().code());
            var withheld = goes ? null : each.withheld() == null ? "Left out by whoever prepared it" : each.withheld();
            db.sql(sql)
                    .param("disclosure", disclosure.id())
                    .param("child", disclosure.child())
                    .param("place", ++place)
                    .param("code", each.part().code())
                    .param("section", each.part().section())
                    .param("heading", each.part().heading())
                    .param("beyond", goes && each.beyond())
                    .param("withheld", withheld)
                    .param("lines", goes ? JSON.writeValueAsString(each.part().lines()) : null)
                    .update();
        }
    }

    private Disclosure lock(UUID id, Disclosure.@Nullable State state) {
        var found = db.sql(DisclosureQueries.FOUND + " and id = :id for update")
                .param("id", id)
                .query((row, n) -> DisclosureQueries.disclosure(row))
                .optional()
                .orElseThrow(Refused::notFound);
        if (state != null && found.state() != state)
            throw Refused.conflict("Somebody went on with this copy meanwhile: see how it stands");
        return found;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String mark() {
        var mark = new StringBuilder();
        for (var n = 0; n < 8; n++) mark.append(n == 4 ? "-" : "").append(MARKS.charAt(RANDOM.nextInt(MARKS.length())));
        return mark.toString();
    }
}
