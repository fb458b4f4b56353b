package lantern.demo.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import lantern.access.SystemSecret;
import lantern.demo.bench.screens.Screens;
import lantern.platform.data.DataFolder;
import lantern.platform.postgres.DatabaseSettings;
import lantern.platform.postgres.embedded.EmbeddedPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "bench",
        description = {
            "Measure Lantern on this machine and print JSON: each figure, its floor in the same run, and the ratio.",
            "Makes a region of its own in a data folder of its own; with --times-ten a second one of ten times the children."
        })
public final class BenchCommand implements Callable<Integer> {
    @Option(
            names = "--children",
            paramLabel = "N",
            description = "Children of the region (default: ${DEFAULT-VALUE}).",
            defaultValue = "100000")
    private int children;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long each figure is measured (default: ${DEFAULT-VALUE}).",
            defaultValue = "15")
    private int seconds;

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "Clients at once (default: ${DEFAULT-VALUE}).",
            defaultValue = "16")
    private int clients;

    @Option(
            names = "--times-ten",
            description = "Measure again with ten times the children, and compare the cost of each operation.")
    private boolean timesTen;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the benchmark's data goes (default: ${DEFAULT-VALUE}).",
            defaultValue = "target/bench-data")
    private Path data;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "FIGURE",
            description = {
                "Measure these figures alone: missingNow, board (500 open episodes with their timescales), tracker (20,000 open concerns), answer (of an assessment, saved), child, inbox, notification, matching, search, import. Or what is not measured unasked:",
                "open (the public site), sealer, ledger, policies (what row-level security costs), refusals (does time tell hidden from not existing), isolation."
            })
    private Set<String> only = Set.of("missingNow", "child", "inbox", "notification", "matching", "search", "import");

    @Option(
            names = "--keep",
            description = "Use the region of the last run, with what that run wrote; otherwise it is made afresh.")
    private boolean keep;

    @Option(names = "--port", description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).", defaultValue = "8093")
    private int port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("clients", clients);
        var first = measure(children);
        figures.put("at" + children, first);
        if (timesTen) {
            var second = measure(children * 10);
            figures.put("at" + children * 10, second);
            figures.put("costTimesTen", Figures.compare(first, second));
        }
        spec.commandLine()
                .getOut()
                .println(JsonMapper.builder()
                        .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(figures));
        return 0;
    }

    private Map<String, Object> measure(int size) throws Exception {
        var folder = data.resolve("children-" + size);
        say("Making a region of " + size + " children (the first time takes a while) ...");
        try (var server = keep ? ServerProcess.start(folder, port, size) : ServerProcess.fresh(folder, port, size)) {
            say("  first start: %.1f s".formatted(server.secondsToFirstPage()));
        }
        var figures = new LinkedHashMap<String, Object>();
        try (var server = ServerProcess.start(folder, port, size)) {
            figures.put("start", Map.of("secondsToFirstPage", Figures.round(server.secondsToFirstPage())));
            say("  second start: %.1f s".formatted(server.secondsToFirstPage()));
            measure(server, folder, figures);
            figures.put("residentMegabytes", Figures.round(Processor.residentMegabytes(server.pid())));
        }
        if (only.contains("import")) {
            var speed =
                    new Importing(folder).measure(Region.AUTHORITY, Math.min(size, 100_000), Math.min(size, 30_000));
            say("  import: " + speed);
            figures.put("import", speed);
        }
        return figures;
    }

    private void measure(ServerProcess server, Path folder, Map<String, Object> figures) throws Exception {
        var opened = DataFolder.open(folder);
        var settings = DatabaseSettings.embedded(
                opened, EmbeddedPostgres.portOfRunning(opened).orElseThrow());
        var region = new Region(settings, SystemSecret.of(opened), Clock.systemUTC());
        region.settle();
        var cost = new Figures.Cost(server.pid(), region.postmaster());
        var known = region.children(50_000);
        figures.put("children", region.size());
        pages(region, known, cost, figures);
        matching(region, known, cost, figures);
        if (only.contains("notification")) notifications(region, settings, known, cost, figures);
        if (only.contains("open")) put(figures, "open", new OpenSite(port, clients, seconds).measure(cost));
        if (only.contains("sealer"))
            put(figures, "sealer", new SealerLoad(settings, region.hubWorkersSession()).run(seconds));
        if (only.contains("ledger")) ledger(region, known, cost, figures);
        screens(region, figures);
        var keptApart = new KeptApart(region, port, this::say);
        if (only.contains("policies")) figures.put("policies", keptApart.policies(known, cost, clients, seconds));
        if (only.contains("refusals")) figures.put("refusals", keptApart.refusals());
        if (only.contains("isolation")) figures.put("isolation", keptApart.isolation(seconds));
    }

    private void screens(Region region, Map<String, Object> figures) throws Exception {
        if (Collections.disjoint(only, List.of("board", "tracker", "answer"))) return;
        var cookie = "Cookie: lantern-session=" + region.hubWorkersSession();
        try (var wire = new Wire(port);
                var owner = region.connection()) {
            var screens = new Screens(owner, wire, cookie, Region.AUTHORITY);
            if (only.contains("board")) put(figures, "board", screens.board());
            if (only.contains("tracker") || only.contains("answer")) put(figures, "tracker", screens.tracker());
            if (only.contains("answer")) put(figures, "answer", screens.answer());
        }
    }

    private void pages(Region region, List<Region.Child> known, Figures.Cost cost, Map<String, Object> figures)
            throws Exception {
        var cookie = "Cookie: lantern-session=" + region.hubWorkersSession();
        var numbers = new AtomicLong();
        var paths = new LinkedHashMap<String, java.util.function.LongFunction<String>>();
        paths.put("emptyPage", n -> "/bench/floor");
        paths.put("missingNow", n -> "/missing");
        paths.put(
                "child",
                n -> "/children/" + known.get((int) (n * 7919 % known.size())).id());
        paths.put("inbox", n -> "/inbox");
        paths.keySet().removeIf(name -> !name.equals("emptyPage") && !only.contains(name));
        for (var page : paths.entrySet()) {
            Load.Clients clients = which -> Load.asking(port, cookie, page.getValue());
            Load.warm(this.clients, numbers, clients);
            var measured = cost.of(() -> Load.run(this.clients, seconds, numbers, clients));
            figures.put(page.getKey(), measured);
            say("  " + page.getKey() + ": " + measured);
        }
        Figures.ratios(
                figures,
                "emptyPage",
                paths.keySet().stream()
                        .filter(name -> !name.equals("emptyPage"))
                        .toList());
    }

    private void matching(Region region, List<Region.Child> known, Figures.Cost cost, Map<String, Object> figures)
            throws Exception {
        if (!only.contains("matching") && !only.contains("search")) return;
        try (var wire = new Wire(port);
                var owner = region.connection()) {
            var matching = new Matching(wire, "Cookie: lantern-session=" + region.hubWorkersSession(), known);
            if (only.contains("matching")) {
                var measured = matching.measure(cost, owner, seconds);
                say("  matching: " + measured);
                figures.put("matching", measured);
            }
            if (only.contains("search")) {
                var numbers = new AtomicLong();
                Load.run(1, Math.min(seconds, 10), numbers, matching.search(port));
                var measured = cost.of(() -> Load.run(1, seconds, numbers, matching.search(port)));
                say("  search: " + measured);
                figures.put("search", measured);
            }
        }
    }

    private void ledger(Region region, List<Region.Child> known, Figures.Cost cost, Map<String, Object> figures)
            throws Exception {
        var measured = new LedgerCost(cost, clients, seconds, this::say);
        var cookie = "Cookie: lantern-session=" + region.hubWorkersSession();
        var paths = new LinkedHashMap<String, java.util.function.LongFunction<String>>();
        paths.put("missingNow", n -> "/missing");
        paths.put(
                "child",
                n -> "/children/" + known.get((int) (n * 7919 % known.size())).id());
        for (var page : paths.entrySet())
            figures.put(
                    "ledgerOn" + page.getKey(),
                    measured.of(
                            page.getKey(),
                            more -> which -> Load.asking(port, cookie + more, page.getValue()),
                            new AtomicLong()));
        var header = "Authorization: Bearer " + region.policeToken();
        figures.put(
                "ledgerOnNotification",
                measured.of(
                        "notification",
                        more -> posting(region, known, header + more),
                        new AtomicLong(System.nanoTime() / 1000 % 1_000_000_000L * 1000)));
    }

    private Load.Clients posting(Region region, List<Region.Child> known, String header) {
        return which -> {
            var wire = new Wire(port);
            return new Load.Client() {
                @Override
                public void once(long number) throws Exception {
                    var child = known.get((int) (number % known.size()));
                    var answer = wire.post("/api/v1/notifications", header, child.missing(number, region.now()), true);
                    if (answer.status() != 201)
                        throw new IllegalStateException(
                                "A notification was answered " + answer.status() + ": " + answer.text());
                }

                @Override
                public void close() throws Exception {
                    wire.close();
                }
            };
        };
    }

    private void notifications(
            Region region,
            DatabaseSettings settings,
            List<Region.Child> known,
            Figures.Cost cost,
            Map<String, Object> figures)
            throws Exception {
        var header = "Authorization: Bearer " + region.policeToken();
        var numbers = new AtomicLong(System.nanoTime() / 1000 % 1_000_000_000L * 1000);
        var posting = posting(region, known, header);
        Load.warm(clients, numbers, posting);
        var before = region.rowsInserted();
        var counted = Load.run(clients, 3, numbers, posting);
        var after = region.rowsInserted();
        var written = after.keySet().stream()
                .sorted()
                .map(table -> new FloorRows.Written(table, (int) Math.round(
                        (after.getOrDefault(table, 0L) - before.getOrDefault(table, 0L)) / (double) counted.count())))
                .filter(table -> table.rows() > 0)
                .toList();
        var measured = cost.of(() -> Load.run(clients, seconds, numbers, posting));
        say("  notifications: " + measured);
        var floor = FloorRows.over(settings, written);
        Load.run(clients, 3, numbers, floor);
        var bare = cost.of(() -> Load.run(clients, seconds, numbers, floor));
        say("  the same rows by bare JDBC: " + bare);
        var rows = new LinkedHashMap<String, Integer>();
        written.forEach(table -> rows.put(table.table(), table.rows()));
        figures.put("rowsOfOneNotification", rows);
        figures.put("notification", measured);
        figures.put("sameRowsByBareJdbc", bare);
        Figures.ratios(figures, "sameRowsByBareJdbc", List.of("notification"));
    }

    private void put(Map<String, Object> figures, String name, Object measured) {
        figures.put(name, measured);
        say("  " + name + ": " + measured);
    }

    private void say(String line) {
        var err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
