package lantern.demo.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Figures as they are printed: rates per second, milliseconds, processor milliseconds of one operation, ratios. */
public final class Figures {
    private Figures() {}

    /** Measures work together with the processor time that the application and the database server used for it. */
    public record Cost(long application, long postmaster) {
        public Map<String, Double> of(Callable<Load.Done> work) throws Exception {
            var app = Processor.seconds(application);
            var database = Processor.secondsOfServer(postmaster);
            var done = work.call();
            app = Processor.seconds(application) - app;
            database = Processor.secondsOfServer(postmaster) - database;
            var figures = new LinkedHashMap<String, Double>();
            figures.put("perSecond", round(done.perSecond()));
            figures.put("p50Milliseconds", round(done.p50()));
            figures.put("p99Milliseconds", round(done.p99()));
            figures.put("applicationCpuMilliseconds", round(app * 1000 / done.count()));
            figures.put("databaseCpuMilliseconds", round(database * 1000 / done.count()));
            figures.put("cpuMilliseconds", round((app + database) * 1000 / done.count()));
            return figures;
        }
    }

    static void ratios(Map<String, Object> figures, String floor, List<String> names) {
        for (var name : names) {
            figures.put(
                    name + "RatioTo" + Character.toUpperCase(floor.charAt(0)) + floor.substring(1),
                    round(perSecond(figures, name) / perSecond(figures, floor)));
        }
    }

    /** Processor time of each operation in the second set over that in the first. */
    static Map<String, Object> compare(Map<String, Object> first, Map<String, Object> second) {
        var ratios = new LinkedHashMap<String, Object>();
        for (var name : List.of("missingNow", "child", "inbox", "notification", "matching", "search")) {
            if (!first.containsKey(name)) continue;
            ratios.put(name, round(figure(second, name, "cpuMilliseconds") / figure(first, name, "cpuMilliseconds")));
        }
        return ratios;
    }

    private static double perSecond(Map<String, Object> figures, String name) {
        return figure(figures, name, "perSecond");
    }

    private static double figure(Map<String, Object> figures, String name, String which) {
        if (figures.get(name) instanceof Map<?, ?> map && map.get(which) instanceof Double value) return value;
        throw new IllegalStateException(name + " was not measured");
    }

    public static double median(double[] all) {
        var sorted = all.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    public static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
