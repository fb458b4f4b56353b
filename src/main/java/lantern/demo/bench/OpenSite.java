package lantern.demo.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * What the public reads, as it is read again and again: the front page, every published page and the data in turn, without a session. Its floor is the
 * same server giving back bytes that it holds.
 */
record OpenSite(int port, int clients, int seconds) {
    private static final Pattern PAGE = Pattern.compile("href=\"(/open/[a-z-]+/[0-9a-f-]{36})\"");

    Map<String, Object> measure(Figures.Cost cost) throws Exception {
        var paths = paths();
        var site = run(cost, paths);
        var floor = run(cost, List.of("/bench/bytes"));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("pages", paths.size());
        figures.put("site", site);
        figures.put("heldBytes", floor);
        figures.put("perSecondOfOneCore", perCore(site));
        figures.put("heldBytesPerSecondOfOneCore", perCore(floor));
        figures.put("ratioToHeldBytes", Figures.round(perCore(site) / perCore(floor)));
        return figures;
    }

    private List<String> paths() throws Exception {
        try (var wire = new Wire(port)) {
            var pages = PAGE.matcher(
                            wire.get("/open", "Accept: text/html", true).text())
                    .results()
                    .map(each -> each.group(1))
                    .distinct();
            return java.util.stream.Stream.concat(List.of("/open", "/open/data.csv").stream(), pages)
                    .toList();
        }
    }

    private Map<String, Double> run(Figures.Cost cost, List<String> paths) throws Exception {
        var numbers = new AtomicLong();
        Load.Clients asking = which -> Load.asking(port, "Accept: text/html", n -> paths.get((int) (n % paths.size())));
        Load.warm(clients, numbers, asking);
        return cost.of(() -> Load.run(clients, seconds, numbers, asking));
    }

    /** Of the application's own processor time: the one who asks takes the rest of the machine. */
    private static double perCore(Map<String, Double> figures) {
        return Figures.round(1000 / Objects.requireNonNull(figures.get("cpuMilliseconds")));
    }
}
