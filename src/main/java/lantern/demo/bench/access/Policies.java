package lantern.demo.bench.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lantern.demo.bench.Figures;
import lantern.demo.bench.Load;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same pages with row-level security and without, in turns in one run: what it costs of the server's processor time. */
public final class Policies {
    private final JdbcClient owner;
    private final List<String> tables;

    public Policies(JdbcClient owner) {
        this.owner = owner;
        tables = owner.sql("select oid::regclass::text from pg_class where relrowsecurity order by 1")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** With and without in turns, and the ratio of the processor time of application and database together. */
    public Map<String, Object> cost(int turns, Figures.Cost cost, Callable<Load.Done> warm, Callable<Load.Done> work)
            throws Exception {
        var with = new double[turns];
        var without = new double[turns];
        var databaseWith = new double[turns];
        var databaseWithout = new double[turns];
        try {
            for (var turn = 0; turn < turns; turn++) {
                for (var on : turn % 2 == 0 ? List.of(true, false) : List.of(false, true)) {
                    rowSecurity(on);
                    warm.call();
                    var figures = cost.of(work);
                    (on ? with : without)[turn] = figures.getOrDefault("cpuMilliseconds", 0.0);
                    (on ? databaseWith : databaseWithout)[turn] = figures.getOrDefault("databaseCpuMilliseconds", 0.0);
                }
            }
        } finally {
            rowSecurity(true);
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("withCpuMilliseconds", Figures.round(middle(with)));
        figures.put("withoutCpuMilliseconds", Figures.round(middle(without)));
        figures.put("ratio", Figures.round(middle(with) / middle(without)));
        figures.put("databaseWithCpuMilliseconds", Figures.round(middle(databaseWith)));
        figures.put("databaseWithoutCpuMilliseconds", Figures.round(middle(databaseWithout)));
        figures.put("databaseRatio", Figures.round(middle(databaseWith) / middle(databaseWithout)));
        return figures;
    }

    private void rowSecurity(boolean on) {
        for (var table : tables)
            owner.sql("alter table " + table + (on ? " enable" : " disable") + " row level security")
                    .update();
    }

    private static double middle(double[] all) {
        var sorted = all.clone();
        java.util.Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
