package lantern.audit.witness;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.audit.head.Head;
import lantern.audit.seal.Seals;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The witnesses of the acting authority, and the heads they are to hold. */
@Component
class Witnesses {
    static final int HEADS_AT_ONCE = 500;
    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final JdbcClient db;

    Witnesses(JdbcClient db) {
        this.db = db;
    }

    void register(String name, String url, Instant at) {
        if (name.isBlank() || name.length() > 200) throw new Refused("Say who the witness is", "name");
        db.sql("select audit.register_witness(:id, :name, :url, :at)")
                .param("id", Ids.next())
                .param("name", name.strip())
                .param("url", address(url))
                .param("at", utc(at))
                .query((row, n) -> 1)
                .list();
    }

    /** In the clear only to this machine itself. */
    private static String address(String typed) {
        try {
            var url = URI.create(typed.strip());
            var host = url.getHost();
            if (host != null
                    && url.getUserInfo() == null
                    && ("https".equals(url.getScheme())
                            || "http".equals(url.getScheme()) && OF_THIS_MACHINE.contains(host))) return url.toString();
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Refused("Give an address that begins with https://", "url");
    }

    void end(UUID id, Instant at) {
        var ended = db.sql("select audit.end_witness(:id, :at)")
                .param("id", id)
                .param("at", utc(at))
                .query(Boolean.class)
                .single();
        if (!ended) throw Refused.notFound();
    }

    List<Witness> all() {
        var sql = """
                select w.*, (select max(r.received_at) from audit.receipt r where r.authority_id = w.authority_id and r.witness_id = w.id) as last_answer,
                       (select count(*) from audit.receipt r where r.authority_id = w.authority_id and r.witness_id = w.id and not r.agrees) as disagreed
                from audit.witness w where w.authority_id = (select ctx.authority()) and w.ended_at is null order by w.name, w.id
                """;
        return db.sql(sql).query((row, n) -> witness(row)).list();
    }

    /** Those with an address whose turn it is. */
    List<Witness> due(Instant now) {
        var sql = """
                select w.*, null::timestamptz as last_answer, 0 as disagreed from audit.witness w
                where w.authority_id = (select ctx.authority()) and w.ended_at is null and w.url is not null and w.next_at <= :now
                  and exists (select from audit.seal s where s.authority_id = w.authority_id and s.number > w.taken)
                order by w.next_at, w.id
                """;
        return db.sql(sql)
                .param("now", utc(now))
                .query((row, n) -> witness(row))
                .list();
    }

    List<Head> headsAfter(long number) {
        var sql = """
                select authority_id, number, epoch, reason, at, size, first_entry, last_entry, horizon::text as horizon, root, previous, key_id, signature
                from audit.seal where authority_id = (select ctx.authority()) and number > :number order by number limit :most
                """;
        return db.sql(sql)
                .param("number", number)
                .param("most", HEADS_AT_ONCE)
                .query((row, n) -> Seals.head(row))
                .list();
    }

    long newest() {
        var sql =
                "select coalesce((select number from audit.seal where authority_id = (select ctx.authority()) order by number desc limit 1), 0)";
        return db.sql(sql).query(Long.class).single();
    }

    /** The connected system that asks, as a witness. */
    UUID fetching(Instant at) {
        return db.sql("select audit.witness_fetching(:id, :at)")
                .param("id", Ids.next())
                .param("at", utc(at))
                .query(UUID.class)
                .single();
    }

    void answered(UUID witness, long head, String hash, boolean agrees, String answer, Instant at, Instant next) {
        db.sql("select audit.witness_answered(:witness, :head, :hash, :agrees, :answer, :id, :at, :next)")
                .param("witness", witness)
                .param("head", head)
                .param("hash", hash)
                .param("agrees", agrees)
                .param("answer", answer.length() > 4000 ? answer.substring(0, 4000) : answer)
                .param("id", Ids.next())
                .param("at", utc(at))
                .param("next", utc(next))
                .query((row, n) -> 1)
                .list();
    }

    void failed(UUID witness, String what, Instant next) {
        db.sql("select audit.witness_failed(:witness, :what, :next)")
                .param("witness", witness)
                .param("what", what)
                .param("next", utc(next))
                .query((row, n) -> 1)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Witness witness(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime last = row.getObject("last_answer", OffsetDateTime.class);
        return new Witness(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("url"),
                row.getLong("taken"),
                row.getInt("failures"),
                row.getString("trouble"),
                last == null ? null : last.toInstant(),
                row.getLong("disagreed"));
    }
}
