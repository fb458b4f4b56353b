package lantern.children.matching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest parameters of each authority, or those that ship. Asks the database once a minute at most, and then for a number. */
@Component
public class ParametersInForce {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Parameters SHIPPED = Parameters.shipped();

    private final JdbcClient db;
    private final Clock clock;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    ParametersInForce(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Held(Parameters parameters, Parameters.Weights weights, Instant asked) {}

    /** Of the actor's own authority; reads under its policy. */
    Parameters.Weights of(UUID authority) {
        var now = clock.instant();
        var known = held.get(authority);
        if (known != null && Duration.between(known.asked(), now).abs().compareTo(FRESH) < 0) return known.weights();
        var parameters = current(known == null ? SHIPPED : known.parameters());
        var weights = known != null && known.parameters() == parameters ? known.weights() : parameters.weights();
        held.put(authority, new Held(parameters, weights, now));
        return weights;
    }

    private Parameters current(Parameters known) {
        var sql = "select coalesce(max(version), 1) from children.matching_parameters";
        int latest = db.sql(sql).query(Integer.class).single();
        return latest == known.version() ? known : latest == 1 ? SHIPPED : read(latest);
    }

    private Parameters read(int version) {
        var sql = "select parameters::text from children.matching_parameters where version = :version";
        return Parameters.parse(
                db.sql(sql).param("version", version).query(String.class).single());
    }

    /** Keeps what was learnt as the authority's next version; version 1 is what ships. Returns its number. */
    public int learn(UUID authority, Parameters parameters, int children) {
        var latest = """
                select coalesce(max(version), 1) from children.matching_parameters
                """;
        int version = db.sql(latest).query(Integer.class).single() + 1;
        var numbered = new Parameters(
                version, parameters.prior(), parameters.fields(), parameters.familyNames(), parameters.givenNames());
        var insert = """
                insert into children.matching_parameters (authority_id, version, parameters, children, learnt_at)
                values (:authority, :version, cast(:parameters as jsonb), :children, :at)
                """;
        db.sql(insert)
                .param("authority", authority)
                .param("version", version)
                .param("parameters", numbered.json())
                .param("children", children)
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        held.remove(authority);
        return version;
    }

    public static Parameters shipped() {
        return SHIPPED;
    }
}
