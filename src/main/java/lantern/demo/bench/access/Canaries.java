package lantern.demo.bench.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import lantern.access.Setup;
import lantern.demo.bench.Wire;
import lantern.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Authorities whose every name holds a word that no other authority has, so that a foreign row in an answer is found by reading it. */
public final class Canaries {
    static final Pattern WORD = Pattern.compile("Canary([a-z]{4})x");
    private static final int LETTERS = 26;

    private final JdbcClient owner;
    private final Setup setup;
    private final Clock clock;
    private final int port;
    private final String run;
    private int nhs = ThreadLocalRandom.current().nextInt(90_000_000);

    public Canaries(JdbcClient owner, Setup setup, Clock clock, int port) {
        this.owner = owner;
        this.setup = setup;
        this.clock = clock;
        this.port = port;
        run = letters(ThreadLocalRandom.current().nextInt(LETTERS * LETTERS));
    }

    /** Somebody of one authority: its word, a header that says who asks, and the children of the authority. */
    public record User(String word, String header, boolean machine, List<UUID> children) {}

    /** Users of so many authorities in turn, each authority with so many children who are missing. */
    public List<User> users(int authorities, int children, int users) throws IOException {
        var made = new ArrayList<User>();
        var all = new ArrayList<One>();
        for (var i = 0; i < authorities; i++) all.add(authority(run + letters(i), children));
        for (var i = 0; i < users; i++) {
            var one = all.get(i % authorities);
            made.add(
                    i / authorities % 4 == 3
                            ? new User(one.word, "Authorization: Bearer " + one.token, true, one.children)
                            : new User(one.word, "Cookie: lantern-session=" + session(one, i), false, one.children));
        }
        return made;
    }

    private record One(String word, UUID authority, UUID agency, String token, List<UUID> children) {}

    private One authority(String word, int many) throws IOException {
        var at = clock.instant();
        var name = "Canary" + word + "x";
        var authority = setup.authority("canary-" + word, name, at);
        var agency = setup.agency(authority, "children", "children", name + " children");
        var police = setup.agency(authority, "police", "police", name + " police");
        var sender = setup.client(authority, police, name + " police", "client", at);
        var post = setup.token(authority, sender, List.of("notifications:write"), null, at);
        var hub = setup.client(authority, agency, name + " hub", "client", at);
        var token = setup.token(authority, hub, List.of("inbox:write", "episodes:read", "timescales:read"), null, at);
        var children = new ArrayList<UUID>();
        try (var wire = new Wire(port)) {
            for (var i = 0; i < many; i++) {
                var number = nhsNumber();
                children.add(child(authority, name, number));
                var answer = wire.post(
                        "/api/v1/notifications", "Authorization: Bearer " + post, missing(name, number), true);
                if (answer.status() != 201) throw new IllegalStateException(answer.status() + " " + answer.text());
            }
        }
        return new One(word, authority, agency, token, List.copyOf(children));
    }

    private UUID child(UUID authority, String name, String number) {
        var id = Ids.next();
        for (var sql : List.of(
                "insert into children.child (authority_id, id, reference, family_name, given_names, date_of_birth, recorded_at, recorded_by)"
                        + " values (:authority, :id, 'C-' || :number, :name, 'Robin', '2011-04-09', now(), :id)",
                "insert into children.name (authority_id, id, child_id, kind, family_name, given_names, recorded_at, recorded_by)"
                        + " values (:authority, :id, :id, 'current', :name, 'Robin', now(), :id)",
                "insert into children.identifier (authority_id, id, child_id, kind, value, well_formed, recorded_at, recorded_by)"
                        + " values (:authority, :id, :id, 'nhs-number', :number, true, now(), :id)",
                "insert into children.address (authority_id, id, child_id, kind, lines, postcode, recorded_at, recorded_by)"
                        + " values (:authority, :id, :id, 'home', '1 ' || :name || ' Lane', 'M1 1AB', now(), :id)"))
            owner.sql(sql)
                    .param("authority", authority)
                    .param("id", id)
                    .param("number", number)
                    .param("name", name)
                    .update();
        return id;
    }

    private byte[] missing(String name, String number) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return """
                {"source":"canary","sourceReference":"%s","kind":"missing","reportedAt":"%s",
                 "reporter":{"name":"%s","relationship":"police"},
                 "child":{"familyName":"%s","givenNames":"Robin","dateOfBirth":"2011-04-09","identifiers":{"nhsNumber":"%s"}},
                 "missing":{"lastSeenAt":"%s","lastSeenPlace":"%s station","missingFrom":"home"}}
                """.formatted(number, now, name, name, number, now.minus(Duration.ofHours(1)), name)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String session(One of, int number) {
        var at = clock.instant();
        var name = "Pat Canary" + of.word + "x";
        var person = setup.person(of.authority, name, "canary-" + of.word + "-" + number + "@canary.example", at);
        setup.post(of.authority, person, of.agency, null, "hub-worker", at);
        var token = "ls_" + UUID.randomUUID() + UUID.randomUUID();
        var sql = """
                with active as (update access.person set state = 'active' where id = :person)
                insert into access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at)
                select gen_random_uuid(), sha256(convert_to(:token, 'UTF8')), authority_id, person_id, id, now(), now() from access.post where person_id = :person
                """;
        owner.sql(sql).param("person", person).param("token", token).update();
        return token;
    }

    /** Ten digits, the last of which is right. */
    private String nhsNumber() {
        while (true) {
            var digits = String.valueOf(900_000_000 + nhs++);
            var sum = 0;
            for (var i = 0; i < 9; i++) sum += (10 - i) * (digits.charAt(i) - '0');
            var check = (11 - sum % 11) % 11;
            if (check < 10) return digits + check;
        }
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / LETTERS % LETTERS) + (char) ('a' + number % LETTERS);
    }
}
