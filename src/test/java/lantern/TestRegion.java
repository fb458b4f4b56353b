package lantern;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Setup;
import lantern.access.SystemSecret;
import lantern.platform.Ids;
import lantern.platform.postgres.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Small authorities in a test database: merrowdale and larkwater, each with its agencies, two teams and one person per
 * role. {@code region.session("merrowdale", "hub-worker")} is a signed-in person's token, to be used with {@code Bearer.with}
 * or as the session cookie; {@code region.token("merrowdale/police", "notifications:write")} a machine's.
 */
public final class TestRegion {
    /** Long before every test, because posts and sessions start with it; sessions themselves are opened at the database's now. */
    private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");

    public static final String PASSWORD = "a long sentence for tests";
    public static final byte[] CODE_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("hub-worker", "children"),
            Map.entry("hub-manager", "children"),
            Map.entry("duty-worker", "children"),
            Map.entry("social-worker", "children"),
            Map.entry("team-manager", "children"),
            Map.entry("head-of-service", "children"),
            Map.entry("executive-director", "children"),
            Map.entry("service-manager", "children"),
            Map.entry("governance-lead", "children"),
            Map.entry("administrator", "children"),
            Map.entry("interviewer", "returns"),
            Map.entry("provider-manager", "returns"),
            Map.entry("police-analyst", "police"),
            Map.entry("exploitation-coordinator", "children"),
            Map.entry("designated-lead", "health"),
            Map.entry("oversight-officer", "scrutiny"),
            Map.entry("councillor", "scrutiny"));

    private final JdbcClient owner;
    private final Setup setup;
    private final Map<String, UUID> authorities = new HashMap<>();
    private final Map<String, UUID> agencies = new HashMap<>();
    private final Map<String, UUID> teams = new HashMap<>();
    private final Map<String, UUID> people = new HashMap<>();

    private TestRegion(TestDatabase database) {
        owner = database.owner();
        setup = new Setup(owner, SystemSecret.of(TestDatabase.folder()));
    }

    public static TestRegion in(TestDatabase database) {
        var region = new TestRegion(database);
        region.add("merrowdale", "Merrowdale");
        region.add("larkwater", "Larkwater");
        return region;
    }

    /** The code of one more authority, with agencies, teams and people as the others have: for a test that counts all of something. */
    public String another() {
        var code = "brackendale" + authorities.size();
        add(code, "Brackendale");
        return code;
    }

    private void add(String code, String name) {
        var authority = setup.authority(code, name, LONG_AGO);
        authorities.put(code, authority);
        for (var kind : List.of("children", "police", "health", "education", "returns", "licensing")) {
            agencies.put(code + "/" + kind, setup.agency(authority, kind, kind, name + " " + kind));
        }
        agencies.put(code + "/scrutiny", setup.agency(authority, "scrutiny", "other", name + " scrutiny office"));
        for (var team : List.of("north", "south")) {
            teams.put(
                    code + "/" + team, setup.team(authority, agency(code + "/children"), name + " " + team + " team"));
        }
        ROLES.forEach((role, agency) -> person(code, role, role, agency));
        person(code, "social-worker-south", "social-worker", "children");
        for (var kind : List.of("police", "health", "education", "returns"))
            setup.shareAsUsual(
                    authority,
                    agency(code + "/" + kind),
                    person(code, "head-of-service"),
                    person(code, "governance-lead"),
                    LocalDate.of(2020, 1, 1));
    }

    private void person(String authority, String key, String role, String agency) {
        var person = setup.person(authority(authority), "Pat " + key, key + "@" + authority + ".example", LONG_AGO);
        var team = key.equals("social-worker") || key.equals("team-manager")
                ? team(authority + "/north")
                : key.endsWith("-south") ? team(authority + "/south") : null;
        setup.post(authority(authority), person, agency(authority + "/" + agency), team, role, LONG_AGO);
        owner.sql("update access.person set state = 'active' where id = :id")
                .param("id", person)
                .update();
        people.put(authority + "/" + key, person);
    }

    public UUID authority(String code) {
        return authorities.get(code);
    }

    /** Such as "merrowdale/police". */
    public UUID agency(String code) {
        return agencies.get(code);
    }

    /** Such as "merrowdale/north"; the social worker and the team manager are in north, social-worker-south in south. */
    public UUID team(String code) {
        return teams.get(code);
    }

    public UUID person(String authority, String key) {
        return people.get(authority + "/" + key);
    }

    /** The token of a new session of this person (a role's code, or social-worker-south). */
    public String session(String authority, String key) {
        var token = "ls_" + UUID.randomUUID() + UUID.randomUUID();
        var sql = """
                insert into access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at)
                select :id, :hash, p.authority_id, p.person_id, p.id, now(), now() from access.post p
                where p.authority_id = :authority and p.person_id = :person
                """;
        owner.sql(sql)
                .param("id", Ids.next())
                .param("hash", sha256(token))
                .param("authority", authority(authority))
                .param("person", person(authority, key))
                .update();
        return token;
    }

    /** A token of a new machine client of the agency. */
    public String token(String agency, String... scopes) {
        var authority = authority(agency.substring(0, agency.indexOf('/')));
        var client = setup.client(authority, agency(agency), agency + " test client", "client", LONG_AGO);
        return setup.token(authority, client, List.of(scopes), null, LONG_AGO);
    }

    /** The token of the authority's own jobs. */
    public String system(String authority) {
        return SystemSecret.of(TestDatabase.folder()).of(authority);
    }

    /** Lets the person sign in on the sign-in page with {@link #PASSWORD} and codes of {@link #CODE_SECRET}. */
    public void canSignIn(String authority, String key, String passwordHash) {
        setup.credential(authority(authority), person(authority, key), passwordHash, CODE_SECRET);
    }

    /** Somebody new with this role who can sign in with {@link #PASSWORD}: their address. Nobody else's test knows them. */
    public String newcomer(String authority, String role, String passwordHash) {
        var email = "new-" + UUID.randomUUID() + "@" + authority + ".example";
        var person = invited(authority, role, email);
        setup.credential(authority(authority), person, passwordHash, CODE_SECRET);
        return email;
    }

    /** Somebody new with this role who was added and has not accepted an invitation. */
    public UUID invited(String authority, String role, String email) {
        var person = setup.person(authority(authority), "Robin Newcomer", email, LONG_AGO);
        setup.post(authority(authority), person, agency(authority + "/" + ROLES.get(role)), null, role, LONG_AGO);
        return person;
    }

    /** The token of an invitation for them. */
    public String invitation(String authority, UUID person, Instant expires) {
        return setup.invitation(authority(authority), person, expires);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
