package lantern.demo.bench;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import lantern.demo.bench.access.Canaries;
import lantern.demo.bench.access.Isolation;
import lantern.demo.bench.access.Policies;
import lantern.demo.bench.access.Refusals;

/** Whether records stay apart, and what that costs. */
final class KeptApart {
    private static final int USERS = 200;
    private static final int REFUSALS = 3_000;
    private static final int TURNS = 4;

    private final Region region;
    private final int port;
    private final Consumer<String> say;

    KeptApart(Region region, int port, Consumer<String> say) {
        this.region = region;
        this.port = port;
        this.say = say;
    }

    Map<String, Object> policies(List<Region.Child> known, Figures.Cost cost, int clients, int seconds)
            throws Exception {
        var numbers = new AtomicLong();
        var figures = new LinkedHashMap<String, Object>();
        for (var role : List.of("hub-worker", "social-worker")) {
            var cookie = "Cookie: lantern-session=" + region.session(role);
            var seen = role.equals("hub-worker")
                    ? known.stream().map(Region.Child::id).toList()
                    : region.childrenOf(cookie.substring(cookie.indexOf('=') + 1), 2_000);
            var paths = new LinkedHashMap<String, LongFunction<String>>();
            paths.put("missingNow", n -> "/missing");
            paths.put("child", n -> "/children/" + seen.get((int) (n * 7919 % seen.size())));
            for (var page : paths.entrySet()) {
                Load.Clients asking = which -> Load.asking(port, cookie, page.getValue());
                Load.warm(clients, numbers, asking);
                var measured = new Policies(region.owner())
                        .cost(
                                TURNS,
                                cost,
                                () -> Load.run(clients, 2, numbers, asking),
                                () -> Load.run(clients, seconds, numbers, asking));
                figures.put(page.getKey() + " " + role, measured);
                say.accept("  row-level security, " + page.getKey() + ", " + role + ": " + measured);
            }
        }
        return figures;
    }

    Map<String, Object> refusals() throws Exception {
        var figures = new LinkedHashMap<String, Object>();
        var hub = new Refusals(port, "Cookie: lantern-session=" + region.hubWorkersSession());
        var hidden = region.hidden(200);
        for (var path : List.of("/children/{id}", "/children/{id}/flags")) {
            figures.put("hub-worker " + path, hub.of(path, hidden, REFUSALS));
            say.accept("  refusals, hub-worker " + path + ": " + figures.get("hub-worker " + path));
        }
        var worker = new Refusals(port, "Cookie: lantern-session=" + region.session("social-worker"));
        var path = "/children/{id}";
        figures.put(
                "social-worker " + path,
                worker.of(path, Map.of("withoutInvolvement", region.withoutInvolvement(200)), REFUSALS));
        say.accept("  refusals, social-worker " + path + ": " + figures.get("social-worker " + path));
        return figures;
    }

    Map<String, Object> isolation(int seconds) throws Exception {
        var users = new Canaries(region.owner(), region.setup(), Clock.systemUTC(), port).users(20, 4, USERS);
        var measured = new Isolation(port, users).run(Math.max(seconds, 60));
        say.accept("  isolation: " + measured);
        return measured;
    }
}
