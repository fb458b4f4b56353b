package lantern.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sets up who there is: authorities, agencies, teams, people, posts and machine clients. Works only on a connection of the
 * migrator (role lantern_owner), so from the command line and the demo and never from a page.
 */
public final class Setup {
    private final JdbcClient owner;
    private final SystemTokens systemTokens;

    public Setup(JdbcClient owner, SystemTokens systemTokens) {
        this.owner = owner;
        this.systemTokens = systemTokens;
    }

    /** Adds the authority with its system actor, or finds it. */
    public UUID authority(String code, String name, Instant at) {
        var sql =
                "insert into access.authority (id, code, name) values (:id, :code, :name) on conflict (code) do nothing";
        owner.sql(sql)
                .param("id", Ids.next())
                .param("code", code)
                .param("name", name)
                .update();
        var id = authorityOf(code);
        registerSystem(id, code, at);
        return id;
    }

    /** Registers the system tokens of every authority; called at each start, because the secret may have been renewed. */
    public void registerSystems(Instant at) {
        var sql = "select id, code from access.authority";
        owner.sql(sql)
                .query((row, n) -> new Access.Authority(row.getObject("id", UUID.class), row.getString("code")))
                .list()
                .forEach(each -> registerSystem(each.id(), each.code(), at));
    }

    private void registerSystem(UUID authority, String code, Instant at) {
        var hash = Tokens.hash(systemTokens.of(code));
        var known = "select 1 from access.client_token where token_hash = :hash and revoked_at is null";
        if (owner.sql(known).param("hash", hash).query((row, n) -> 1).optional().isPresent()) return;
        var client = "select id from access.client where authority_id = :authority and kind = 'system'";
        var id = owner.sql(client)
                .param("authority", authority)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional()
                .orElseGet(() -> client(authority, null, "Lantern", "system", at));
        var revoke =
                "update access.client_token set revoked_at = :at where authority_id = :authority and client_id = :client";
        owner.sql(revoke)
                .param("at", utc(at))
                .param("authority", authority)
                .param("client", id)
                .update();
        token(authority, id, hash, List.of(), null, at);
    }

    public UUID authorityOf(String code) {
        return owner.sql("select id from access.authority where code = :code")
                .param("code", code)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional()
                .orElseThrow(() -> new Refused("There is no authority \"" + code + "\""));
    }

    public UUID agency(UUID authority, String code, String kind, String name) {
        var sql = """
                insert into access.agency (authority_id, id, code, kind, name) values (:authority, :id, :code, :kind, :name)
                on conflict (authority_id, code) do update set name = excluded.name returning id
                """;
        return owner.sql(sql)
                .param("authority", authority)
                .param("id", Ids.next())
                .param("code", code)
                .param("kind", kind)
                .param("name", name)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }

    /** Finds an agency by its full code, {@code authority/agency}. */
    public AgencyRef agencyOf(String fullCode) {
        var sql = """
                select a.authority_id, a.id from access.agency a join access.authority u on u.id = a.authority_id
                where u.code || '/' || a.code = :code
                """;
        return owner.sql(sql)
                .param("code", fullCode)
                .query((row, n) -> new AgencyRef(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional()
                .orElseThrow(() -> new Refused(
                        "There is no agency \"" + fullCode + "\": write authority/agency, such as merrowdale/police"));
    }

    public record AgencyRef(UUID authority, UUID agency) {}

    /** An agreement in force since that day to share with the agency what is usually shared with its kind; nothing where that is nothing. */
    public void shareAsUsual(UUID authority, UUID agency, UUID madeBy, UUID approvedBy, LocalDate from) {
        var sql = """
                with agreed as (
                    insert into access.agreement (authority_id, id, series_id, version, agency_id, title, purpose, lawful_basis, condition, starts_on,
                                                  review_by, days_after, made_by, made_at)
                    select a.authority_id, :id, :id, 1, a.id, 'Missing children: sharing with ' || a.name,
                           'To find children who are missing, to see that they are safe, and to learn why they went', 'public-task', 'safeguarding',
                           :from::date, :from::date + 3650, 28, :madeBy, :from::date::timestamptz
                    from access.agency a where a.authority_id = :authority and a.id = :agency
                      and exists (select from access.usual_section u where u.agency_kind = a.kind)
                    returning authority_id, id, agency_id
                ), sections as (
                    insert into access.agreement_section (authority_id, id, agreement_id, section, covers)
                    select g.authority_id, uuidv7(), g.id, u.section, u.covers from agreed g
                    join access.agency a on a.authority_id = g.authority_id and a.id = g.agency_id
                    join access.usual_section u on u.agency_kind = a.kind
                )
                insert into access.agreement_decision (authority_id, id, agreement_id, decision, decided_at, decided_by)
                select authority_id, uuidv7(), id, 'approved', :from::date::timestamptz, :approvedBy from agreed
                """;
        owner.sql(sql)
                .param("id", Ids.next())
                .param("from", from)
                .param("madeBy", madeBy)
                .param("approvedBy", approvedBy)
                .param("authority", authority)
                .param("agency", agency)
                .update();
    }

    public UUID team(UUID authority, UUID agency, String name) {
        var id = Ids.next();
        var sql =
                "insert into access.team (authority_id, id, agency_id, name) values (:authority, :id, :agency, :name)";
        owner.sql(sql)
                .param("authority", authority)
                .param("id", id)
                .param("agency", agency)
                .param("name", name)
                .update();
        return id;
    }

    /** Adds a person as invited; they become active when they accept an invitation or {@link #credential} is set. */
    public UUID person(UUID authority, String name, String email, Instant at) {
        var id = Ids.next();
        var sql = """
                insert into access.person (authority_id, id, name, email, state, created_at)
                values (:authority, :id, :name, lower(:email), 'invited', :at) on conflict (email) do nothing
                """;
        var added = owner.sql(sql)
                .param("authority", authority)
                .param("id", id)
                .param("name", name)
                .param("email", email)
                .param("at", utc(at))
                .update();
        if (added == 0) throw new Refused("Someone already signs in as " + email);
        return id;
    }

    public void post(UUID authority, UUID person, UUID agency, @Nullable UUID team, String role, Instant from) {
        var sql = """
                insert into access.post (authority_id, id, person_id, agency_id, team_id, role, starts_at)
                values (:authority, :id, :person, :agency, :team::uuid, :role, :from)
                """;
        owner.sql(sql)
                .param("authority", authority)
                .param("id", Ids.next())
                .param("person", person)
                .param("agency", agency)
                .param("team", team)
                .param("role", role)
                .param("from", utc(from))
                .update();
    }

    /** Sets the password and the secret of the one-time codes directly: for the demo and tests; people accept an invitation. */
    public void credential(UUID authority, UUID person, String passwordHash, byte[] codeSecret) {
        var sql = """
                with active as (update access.person set state = 'active' where authority_id = :authority and id = :person)
                insert into access.credential (authority_id, person_id, password_hash, code_secret)
                values (:authority, :person, :hash, :secret)
                on conflict (authority_id, person_id) do update set password_hash = excluded.password_hash, code_secret = excluded.code_secret
                """;
        owner.sql(sql)
                .param("authority", authority)
                .param("person", person)
                .param("hash", passwordHash)
                .param("secret", codeSecret)
                .update();
    }

    /** Makes a single-use invitation and gives back its token, which is nowhere stored as it stands. */
    public String invitation(UUID authority, UUID person, Instant expires) {
        var token = Tokens.invitation();
        var sql = """
                insert into access.invitation (token_hash, authority_id, person_id, expires_at)
                values (:hash, :authority, :person, :expires)
                """;
        owner.sql(sql)
                .param("hash", Tokens.hash(token))
                .param("authority", authority)
                .param("person", person)
                .param("expires", utc(expires))
                .update();
        return token;
    }

    public UUID client(UUID authority, @Nullable UUID agency, String name, String kind, Instant at) {
        var id = Ids.next();
        var sql = """
                insert into access.client (authority_id, id, agency_id, name, kind, created_at)
                values (:authority, :id, :agency::uuid, :name, :kind, :at)
                """;
        owner.sql(sql)
                .param("authority", authority)
                .param("id", id)
                .param("agency", agency)
                .param("name", name)
                .param("kind", kind)
                .param("at", utc(at))
                .update();
        return id;
    }

    /** Issues a token with these scopes to a machine client; only its hash is stored, so this is the one time it is seen. */
    public String token(UUID authority, UUID client, List<String> scopes, @Nullable Instant expires, Instant at) {
        var known = owner.sql("select code from access.scope")
                .query((row, n) -> row.getString(1))
                .list();
        for (var scope : scopes) {
            if (!known.contains(scope))
                throw new Refused("There is no scope \"" + scope + "\"; there are " + String.join(", ", known));
        }
        var token = Tokens.client();
        token(authority, client, Tokens.hash(token), scopes, expires, at);
        return token;
    }

    private void token(
            UUID authority, UUID client, byte[] hash, List<String> scopes, @Nullable Instant expires, Instant at) {
        var sql = """
                insert into access.client_token (id, token_hash, authority_id, client_id, scopes, created_at, expires_at)
                values (:id, :hash, :authority, :client, :scopes, :at, :expires::timestamptz)
                """;
        owner.sql(sql)
                .param("id", Ids.next())
                .param("hash", hash)
                .param("authority", authority)
                .param("client", client)
                .param("scopes", scopes.toArray(String[]::new))
                .param("at", utc(at))
                .param("expires", expires == null ? null : utc(expires))
                .update();
    }

    /** What was done by command, for the ledger: nobody is signed in there, so the entry names no actor. */
    public void said(UUID authority, String act, String subjectKind, UUID subject) {
        var sql =
                "select audit.write_for(:authority, null, :act, jsonb_build_object('by', 'command', :kind::text, :subject::uuid))";
        owner.sql(sql)
                .param("authority", authority)
                .param("act", act)
                .param("kind", subjectKind)
                .param("subject", subject)
                .query((row, n) -> 1)
                .list();
    }

    private static java.time.OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
