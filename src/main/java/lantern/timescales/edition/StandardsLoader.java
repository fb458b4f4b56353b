package lantern.timescales.edition;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lantern.timescales.standard.Standard;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the shipped editions into the database, any number of times. Runs as the owner of the tables: the application's role
 * cannot change what ships.
 */
public final class StandardsLoader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private StandardsLoader() {}

    /** @throws UnsoundStandards when a definition changed under the same version and timescales have started from it */
    public static void load(Connection owner, List<Edition> editions) throws SQLException {
        var faults = new ArrayList<String>();
        run(owner, "update timescales.standard_version set in_use = false where authority_id is null");
        for (var edition : editions) {
            edition(owner, edition);
            for (var standard : edition.standards()) {
                if (!version(owner, edition, standard))
                    faults.add(
                            "Edition " + edition.id() + ", " + standard.id() + ": timescales have started from version "
                                    + standard.version() + ", so a change needs a higher version");
            }
        }
        if (!faults.isEmpty()) throw new UnsoundStandards(faults);
    }

    /** The same standard of the same edition and version has the same id in every database. */
    public static UUID id(String edition, Standard standard) {
        var name = edition + "/" + standard.id() + "/" + standard.version();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void edition(Connection owner, Edition edition) throws SQLException {
        var sql = """
                insert into timescales.edition (id, title, from_on, police, national_return) values (?, ?, ?, ?, ?)
                on conflict (id) do update set title = excluded.title, from_on = excluded.from_on,
                    police = excluded.police, national_return = excluded.national_return
                """;
        try (var statement = owner.prepareStatement(sql)) {
            statement.setString(1, edition.id());
            statement.setString(2, edition.title());
            statement.setDate(3, Date.valueOf(edition.from()));
            statement.setArray(4, owner.createArrayOf("text", edition.police().toArray()));
            statement.setArray(
                    5, owner.createArrayOf("text", edition.nationalReturn().toArray()));
            statement.executeUpdate();
        }
    }

    private static boolean version(Connection owner, Edition edition, Standard standard) throws SQLException {
        var sql = """
                insert into timescales.standard_version as v
                    (id, edition, standard_id, version, definition, effective_from, recorded_at)
                values (?, ?, ?, ?, ?::jsonb, ?, transaction_timestamp())
                on conflict (id) do update set definition = excluded.definition, in_use = true, effective_from = excluded.effective_from
                where v.definition = excluded.definition
                   or not exists (select from timescales.timescale t where t.version_id = v.id)
                """;
        var definition = edition.definitions().getOrDefault(standard.id(), Map.of());
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setObject(1, id(edition.id(), standard));
            statement.setString(2, edition.id());
            statement.setString(3, standard.id());
            statement.setInt(4, standard.version());
            statement.setString(5, JSON.writeValueAsString(new TreeMap<>(definition)));
            statement.setDate(6, Date.valueOf(edition.from()));
            return statement.executeUpdate() == 1;
        }
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
