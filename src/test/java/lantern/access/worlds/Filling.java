package lantern.access.worlds;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lantern.access.worlds.World.Child;
import lantern.timescales.edition.EditionReader;
import lantern.timescales.edition.StandardsLoader;

/** Worlds in a database as it ships: each child with a name of its own, missing, with a clock, an interview to be held and a notification. */
final class Filling {
    private Filling() {}

    static void fill(Connection superuser, List<World> worlds) throws SQLException {
        // A connected system can be named in a world, though not in life; the checks and the triggers that always fire
        // stay.
        try (var statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        Loading.withChecks(superuser, worlds);
        var edition = EditionReader.shipped().getLast();
        var version = StandardsLoader.id(edition.id(), edition.standard("return-interview"));
        try (var statement = superuser.createStatement()) {
            statement.execute(
                    "create temp table worlds_child (authority_id uuid, id uuid, notification uuid, sender uuid, received_by uuid, word text, episode uuid)");
            try (var insert = superuser.prepareStatement(
                    "insert into worlds_child values (?, ?, ?, ?, ?, ?, gen_random_uuid())")) {
                for (var world : worlds) {
                    for (var child : world.children()) {
                        var values = new Object[] {
                            world.authority(),
                            child.id(),
                            child.notification(),
                            child.sender(),
                            child.receivedBy(),
                            word(child)
                        };
                        for (var i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            for (var sql : List.of(
                    "children.child (authority_id, id, reference, family_name, given_names, date_of_birth, sex, recorded_at, recorded_by)"
                            + " select authority_id, id, 'C-' || word, word, 'Robin', '2011-04-09', 'female', now(), received_by",
                    "children.name (authority_id, id, child_id, kind, family_name, given_names, recorded_at, recorded_by)"
                            + " select authority_id, id, id, 'current', word, 'Robin', now(), received_by",
                    "children.legal_status (authority_id, id, child_id, code, starts_on, recorded_at, recorded_by)"
                            + " select authority_id, id, id, 'C2', date '2015-01-01', now(), received_by",
                    "missing.episode (authority_id, id, child_id, stage, missing_from, missing_since, looked_after, opened_at, opened_by)"
                            + " select authority_id, episode, id, 'open', 'home', now() - interval '5 hours', true, now(), received_by",
                    "missing.classification (authority_id, id, episode_id, child_id, axis, value, happened_at, recorded_at, recorded_by)"
                            + " select authority_id, gen_random_uuid(), episode, id, 'dfe', 'M', now(), now(), received_by",
                    "timescales.timescale (authority_id, id, standard_id, version_id, subject_kind, subject_id, child_id, owner_role, started_by,"
                            + " starts_at, due_at, due_soon_at, recorded_at) select authority_id, gen_random_uuid(), 'return-interview', '"
                            + version
                            + "', 'episode', episode, id, 'interviewer', received_by, now(), now() + interval '70 hours', now() + interval '50 hours', now()",
                    "missing.interview (authority_id, id, child_id, provider_agency_id, referred_at, referred_by)"
                            + " select authority_id, id, id, sender, now(), received_by",
                    "intake.notification (authority_id, id, agency_id, channel, source, source_reference, kind, reported_at, received_at, received_by,"
                            + " raw, said, state, child_id) select authority_id, notification, sender, 'api', 'worlds', notification::text, 'missing',"
                            + " now(), now(), received_by, '{}', '{}', 'linked', id"))
                statement.execute("insert into " + sql + " from worlds_child");
            statement.execute("drop table worlds_child");
        }
    }

    /** A family name that no other child has, in letters only. */
    static String word(Child child) {
        return "W" + letters(child.id());
    }

    private static String letters(UUID id) {
        var word = new StringBuilder();
        for (var i = 0; i < 10; i++) word.append((char) ('a' + (id.getMostSignificantBits() >>> (6 * i) & 63) % 26));
        return word.toString();
    }
}
