package lantern.access.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Tokens;
import lantern.calendar.London;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with people. The database asks again who is acting, keeps the rules, does it and writes the ledger in one function each; what it
 * answers is told here in a sentence.
 */
@Component
@Transactional
public class Changes {
    private static final Duration LINK_LASTS = Duration.ofDays(3);

    private final JdbcClient db;
    private final Clock clock;

    Changes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What came of it. The link, where there is one, is seen this once. */
    public record Outcome(
            UUID person,
            boolean waits,
            boolean planned,
            @Nullable String link) {}

    public record NewPost(
            UUID agency,
            @Nullable UUID team,
            String role,
            @Nullable Instant from,
            String reason) {}

    public Outcome invite(String name, String email, NewPost post) {
        var person = Ids.next();
        var token = Tokens.invitation();
        var said = db.sql(
                        "select access.invite(:person, :name, :email, :id, :agency, :team::uuid, :role, :reason, :link, :until)")
                .param("person", person)
                .param("name", name)
                .param("email", email)
                .param("id", Ids.next())
                .param("agency", post.agency)
                .param("team", post.team)
                .param("role", post.role)
                .param("reason", post.reason)
                .param("link", Tokens.hash(token))
                .param("until", until())
                .query(String.class)
                .single();
        return outcome(said, person, token);
    }

    /** @param ends the post that the new one is instead of; null: it is one more */
    public Outcome move(UUID person, @Nullable UUID ends, NewPost post) {
        return ask(person, "post", ends, post, null);
    }

    /** @param from when they are out; null: at once */
    public Outcome leave(UUID person, @Nullable Instant from, String reason) {
        return ask(person, "leave", null, new NewPost(person, null, "", from, reason), null);
    }

    /** A new password and second factor: the old ones stop working at once, or when a second person has agreed. */
    public Outcome reset(UUID person, String reason) {
        return ask(person, "reset", null, new NewPost(person, null, "", null, reason), Tokens.invitation());
    }

    public Outcome letIn(UUID person, String reason) {
        return ask(person, "enable", null, new NewPost(person, null, "", null, reason), Tokens.invitation());
    }

    private Outcome ask(UUID person, String kind, @Nullable UUID ends, NewPost post, @Nullable String token) {
        var sql = """
                select access.ask_change(:id, :person, :kind, :ends::uuid, :agency::uuid, :team::uuid, :role::text, :from::timestamptz, :reason, :link::bytea, :until)
                """;
        var isPost = kind.equals("post");
        var said = db.sql(sql)
                .param("id", Ids.next())
                .param("person", person)
                .param("kind", kind)
                .param("ends", ends)
                .param("agency", isPost ? post.agency : null)
                .param("team", post.team)
                .param("role", isPost ? post.role : null)
                .param("from", post.from == null ? null : post.from.atOffset(ZoneOffset.UTC))
                .param("reason", post.reason)
                .param("link", token == null ? null : Tokens.hash(token))
                .param("until", until())
                .query(String.class)
                .single();
        return outcome(said, person, token);
    }

    public void disable(UUID person, String reason) {
        var said = db.sql("select access.disable_person(:person, :reason)")
                .param("person", person)
                .param("reason", reason)
                .query(String.class)
                .single();
        outcome(said, person, null);
    }

    public void signOut(UUID person) {
        var said = db.sql("select access.sign_out_everywhere(:person)")
                .param("person", person)
                .query(String.class)
                .single();
        outcome(said, person, null);
    }

    public Outcome decide(Asked asked, boolean agreed, @Nullable String because) {
        var token = agreed && (asked.kind.equals("reset") || asked.kind.equals("enable")) ? Tokens.invitation() : null;
        var said = db.sql("select access.decide_change(:id, :agreed, :because::text, :link::bytea, :until)")
                .param("id", asked.id)
                .param("agreed", agreed)
                .param("because", because)
                .param("link", token == null ? null : Tokens.hash(token))
                .param("until", until())
                .query(String.class)
                .single();
        return said.equals("refused")
                ? new Outcome(asked.person, false, false, null)
                : outcome(said, asked.person, token);
    }

    public void withdraw(UUID change, UUID person) {
        var said = db.sql("select access.withdraw_change(:id)")
                .param("id", change)
                .query(String.class)
                .single();
        outcome(said, person, null);
    }

    private static Outcome outcome(String said, UUID person, @Nullable String token) {
        return switch (said) {
            case "done" -> new Outcome(person, false, false, token == null ? null : "/invitation?token=" + token);
            case "waiting" -> new Outcome(person, true, false, null);
            case "planned" -> new Outcome(person, false, true, null);
            case "unknown" -> throw Refused.notFound();
            case "role" ->
                throw new Refused("This role cannot be given in that agency, or reaches further than yours", "role");
            case "team" -> throw new Refused("Choose a team of the agency you chose", "team");
            case "taken" -> throw new Refused("Somebody already signs in with this address", "email");
            default -> throw new Refused(whyNot(said));
        };
    }

    /** Why the acting manager may not change this person; null when they may. */
    public @Nullable String barred(UUID person) {
        var said = db.sql("select access.barred_from(:person)")
                .param("person", person)
                .query((row, n) -> java.util.Optional.ofNullable(row.getString(1)))
                .single();
        return said.map(Changes::whyNot).orElse(null);
    }

    private static String whyNot(String said) {
        return switch (said) {
            case "self" -> "Nobody changes their own access: ask another manager.";
            case "further" ->
                "This person reaches every child of the authority, which is further than you do: a head of service, hub manager or"
                        + " information governance lead changes their access.";
            case "other-agency" ->
                "This person also works for another agency: somebody who looks after both changes their access.";
            case "pending" -> "A change of this person waits already: withdraw it first, or let it be decided.";
            default -> "You do not look after this person.";
        };
    }

    private OffsetDateTime until() {
        return clock.instant().plus(LINK_LASTS).atOffset(ZoneOffset.UTC);
    }

    /** What was asked for somebody. */
    public record Asked(
            UUID id,
            UUID person,
            String kind,
            @Nullable String role,
            @Nullable String agency,
            @Nullable String team,
            Instant from,
            String reason,
            Instant askedAt,
            UUID askedBy,
            boolean needsSecond,
            @Nullable Boolean agreed,
            @Nullable UUID decidedBy,
            @Nullable String because,
            @Nullable Instant withdrawnAt,
            @Nullable Instant doneAt) {
        /** "Social worker in North team, Merrowdale children's services from 1 December 2026", or what else was asked. */
        public String what() {
            return switch (kind) {
                case "leave" -> "Leaves on " + London.day(London.date(from));
                case "reset" -> "New password and second factor";
                case "enable" -> "Let in again";
                default ->
                    role + " in " + (team == null ? "" : team + ", ") + agency + " from "
                            + London.day(London.date(from));
            };
        }

        public boolean waits() {
            return needsSecond && agreed == null && withdrawnAt == null;
        }

        public boolean open() {
            return doneAt == null && withdrawnAt == null && !Boolean.FALSE.equals(agreed);
        }
    }

    private static final String ASKED = """
            select c.*, r.title as role_title, a.name as agency_name, t.name as team_name from access.person_change c
            left join access.role r on r.code = c.role
            left join access.agency a on a.authority_id = c.authority_id and a.id = c.agency_id
            left join access.team t on t.authority_id = c.authority_id and t.id = c.team_id
            where c.authority_id = (select ctx.authority())\s""";

    public List<Asked> of(UUID person) {
        return db.sql(ASKED + "and c.person_id = :person order by c.asked_at desc, c.id")
                .param("person", person)
                .query((row, n) -> asked(row))
                .list();
    }

    /** Those that wait for a second person, who is not who asked and not whom it is about. */
    public List<Asked> waitingFor(UUID reader) {
        var sql = ASKED
                + "and c.needs_second and c.agreed is null and c.withdrawn_at is null and :me not in (c.asked_by, c.person_id) order by c.asked_at, c.id";
        return db.sql(sql).param("me", reader).query((row, n) -> asked(row)).list();
    }

    public Optional<Asked> find(UUID change) {
        return db.sql(ASKED + "and c.id = :id")
                .param("id", change)
                .query((row, n) -> asked(row))
                .optional();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("kind"),
                row.getString("role_title"),
                row.getString("agency_name"),
                row.getString("team_name"),
                row.getObject("takes_effect_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("asked_by", UUID.class),
                row.getBoolean("needs_second"),
                row.getObject("agreed", Boolean.class),
                row.getObject("decided_by", UUID.class),
                row.getString("decided_because"),
                People.instant(row, "withdrawn_at"),
                People.instant(row, "done_at"));
    }
}
