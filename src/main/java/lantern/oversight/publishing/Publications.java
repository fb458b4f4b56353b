package lantern.oversight.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.oversight.open.Published;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Document;
import lantern.platform.documents.Document.Reader;
import lantern.platform.documents.Numbered;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Freezes what the public reads, and takes it back. */
@Component
@Transactional
class Publications {
    private final JdbcClient db;
    private final Access access;
    private final Ledger ledger;
    private final Published published;
    private final JsonMapper json;
    private final Clock clock;

    Publications(JdbcClient db, Access access, Ledger ledger, Published published, JsonMapper json, Clock clock) {
        this.db = db;
        this.access = access;
        this.ledger = ledger;
        this.published = published;
        this.json = json;
        this.clock = clock;
    }

    record Last(Instant at, @Nullable Instant withdrawnAt) {}

    Optional<Last> last(UUID subject) {
        var sql = """
                select published_at, withdrawn_at from oversight.publication where authority_id = (select ctx.authority()) and subject_id = :subject
                order by published_at desc limit 1
                """;
        return db.sql(sql)
                .param("subject", subject)
                .query((row, n) -> {
                    var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
                    return new Last(
                            row.getObject("published_at", OffsetDateTime.class).toInstant(),
                            withdrawn == null ? null : withdrawn.toInstant());
                })
                .optional();
    }

    /** @param content the public record; it has no field for a person, and its words are looked through for numbers of children */
    void publish(String kind, UUID subject, String title, Object content, List<Subjects.Subject> open) {
        if (!open.isEmpty())
            throw new Refused("It was not published: acknowledge or mend first what the checks raise on "
                    + String.join(
                            ", ", open.stream().map(Subjects.Subject::title).toList()));
        var tree = json.valueToTree(content);
        refuseChildren(title, (JsonNode) tree);
        var sql = """
                insert into oversight.publication (authority_id, id, kind, subject_id, title, content, published_at, published_by)
                values ((select ctx.authority()), :id, :kind, :subject, :title, cast(:content as jsonb), :at, :by)
                """;
        db.sql(sql)
                .param("id", Ids.next())
                .param("kind", kind)
                .param("subject", subject)
                .param("title", title)
                .param("content", json.writeValueAsString(tree))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", access.actor().id())
                .update();
        published.forget();
        ledger.act("oversight.published", kind, subject, null);
    }

    /** The same check that stops a public paper stops a page. */
    private void refuseChildren(String title, JsonNode tree) {
        var words = new java.util.ArrayList<Paragraph>();
        collect(tree, words);
        var paper = Document.of(title, lantern.calendar.London.date(clock.instant()))
                .with(words);
        Numbered.of(paper.forThe(Reader.PUBLIC));
    }

    private static void collect(JsonNode node, List<Paragraph> words) {
        if (node.isString()) words.add(Paragraph.plain(node.stringValue()));
        else node.forEach(each -> collect(each, words));
    }

    void withdraw(String kind, UUID subject) {
        var sql = """
                update oversight.publication set withdrawn_at = :at where authority_id = (select ctx.authority()) and subject_id = :subject and withdrawn_at is null
                """;
        var done = db.sql(sql)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
        if (done == 0) throw new Refused("It is not published");
        published.forget();
        ledger.act("oversight.publication-withdrawn", kind, subject, null);
    }
}
