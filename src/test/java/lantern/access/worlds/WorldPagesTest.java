package lantern.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.access.Setup;
import lantern.access.SystemSecret;
import lantern.access.worlds.World.Actor;
import lantern.access.worlds.World.Child;
import lantern.platform.postgres.TestDatabase;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the running server shows everybody of random worlds equals what the oracle says: every list, search, count, record, the answers of
 * the API and the rows of the national return. {@code -Dlantern.world-pages=500} for more of them; the seed is that of {@link WorldsTest}.
 */
class WorldPagesTest extends ServerTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int WORLDS = Integer.getInteger("lantern.world-pages", 16);

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    private final long seed = Long.getLong("lantern.worlds-seed", System.nanoTime());
    private final List<String> differences = new ArrayList<>();
    private final List<World> wholly = new ArrayList<>();
    private int compared;

    @Test
    void everybody_in_every_world_is_shown_what_the_oracle_says_and_nothing_else() throws SQLException {
        var tables = new RoleTables(database.superuser());
        var permissions = tables.permissions();
        var roles = permissions.entrySet().stream()
                .filter(each ->
                        each.getValue().contains("a role") && !each.getKey().equals("system"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        var random = new Random(seed);
        var worlds = new ArrayList<World>();
        var codes = tables.sections();
        for (var i = 0; i < WORLDS; i++) worlds.add(World.random(random, roles, codes));
        wholly.addAll(worlds.subList(0, 2));
        try (var superuser = Scratch.connect(
                database, Objects.requireNonNull(database.settings().admin()))) {
            Filling.fill(superuser, worlds);
        }
        try {
            compare(worlds, new Oracle(permissions, tables.limits(), tables.sectionOfTable(), codes), permissions);
        } finally {
            // The worlds stay in the shared database: Lantern's own jobs must be able to work for them as for the
            // others.
            new Setup(database.owner(), SystemSecret.of(TestDatabase.folder())).registerSystems(clock.instant());
        }
        assertThat(compared).isGreaterThan(WORLDS * 10);
    }

    private void compare(List<World> worlds, Oracle oracle, Map<String, Set<String>> permissions) {
        for (var world : worlds) {
            for (var actor : world.actors()) {
                if (!actor.live()) continue;
                Predicate<String> may = permission ->
                        permissions.getOrDefault(actor.role(), Set.of()).contains(permission);
                var sight = new Sight(oracle, world, actor);
                switch (actor.kind()) {
                    case "PERSON" -> pages(world, actor, may, sight);
                    case "CLIENT" -> answers(world, actor, may, sight);
                    default -> {}
                }
                nationalReturn(world, actor, sight.of("identity", "episode"));
                assertThat(differences).as("seed " + seed).isEmpty();
            }
        }
    }

    /** The children of whom the actor reads all of these sections. */
    private record Sight(Oracle oracle, World world, Actor actor) {
        Set<Child> of(String... sections) {
            return world.children().stream()
                    .filter(child ->
                            Stream.of(sections).allMatch(section -> oracle.sees(world, actor, child.id(), section)))
                    .collect(Collectors.toSet());
        }
    }

    private void pages(World world, Actor actor, Predicate<String> may, Sight sight) {
        list(world, actor, may.test("read-episode"), sight.of("identity", "episode"), "/missing");
        list(world, actor, may.test("read-interview"), sight.of("identity", "interview"), "/missing/interviews");
        list(world, actor, may.test("read-timescales"), sight.of("identity", "episode"), "/timescales?whose=all");
        // What an agency sent itself it goes on reading, and the child's name beside it as far as it reads names.
        var listed = sight.of("identity", "episode");
        var inbox = sight.of("identity").stream()
                .filter(child -> listed.contains(child) || child.sender().equals(actor.agency()))
                .collect(Collectors.toSet());
        list(world, actor, may.test("read-inbox"), inbox, "/inbox");
        if (may.test("read-episode")) count(world, actor, "/missing", sight.of("episode"));
        if (may.test("read-interview")) count(world, actor, "/missing/interviews", sight.of("interview"));
        var seen = sight.of("identity");
        var whole = wholly.contains(world);
        everything(world, actor, seen, path -> whole || path.endsWith(".csv"));
        for (var child : world.children()) {
            record(world, actor, may, seen, child, "/children/" + child.id());
            if (may.test("read-child")) {
                var found = get(actor, "/children?q=Robin+" + Filling.word(child));
                differ(
                        world,
                        actor,
                        "search",
                        seen.contains(child),
                        found.body().contains("/children/" + child.id()));
            }
        }
    }

    /** Whatever opens without an id, pages and files alike, names no child whom the actor does not see. */
    private void everything(World world, Actor actor, Set<Child> seen, Predicate<String> which) {
        var words = words(seen);
        for (var path : paths()) {
            if (!which.test(path)) continue;
            var answer = get(actor, path);
            if (answer.statusCode() >= 500) differ(world, actor, path + " status", "no fault", answer.statusCode());
            var named = wordsIn(world, answer.body());
            named.removeAll(words);
            differ(world, actor, path + " names of children not seen", Set.of(), named);
        }
    }

    private List<String> paths() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> !path.contains("{") && !path.startsWith("/api/") && !path.startsWith("/sign-"))
                .sorted()
                .toList();
    }

    private void answers(World world, Actor actor, Predicate<String> may, Sight sight) {
        list(world, actor, may.test("read-episode"), sight.of("identity", "episode"), "/api/v1/missing-episodes");
        list(world, actor, may.test("read-interview"), sight.of("identity", "interview"), "/api/v1/return-interviews");
        list(world, actor, may.test("read-timescales"), sight.of("episode"), "/api/v1/timescales");
        var seen = sight.of("identity");
        for (var child : world.children()) {
            record(world, actor, may, seen, child, "/api/v1/children/" + child.id() + "?purpose=worlds");
            if (may.test("read-child")) {
                var found = get(actor, "/api/v1/children?purpose=worlds&q=Robin+" + Filling.word(child));
                differ(
                        world,
                        actor,
                        "API search",
                        seen.contains(child),
                        found.body().contains(child.id().toString()));
            }
        }
    }

    /** Each child seen is in the list, by name or by id, and no other; whose role has no such list is refused. */
    private void list(World world, Actor actor, boolean allowed, Set<Child> seen, String path) {
        var answer = get(actor, path);
        differ(world, actor, path + " status", allowed ? 200 : 403, answer.statusCode());
        if (!allowed) return;
        var listed = world.children().stream()
                .filter(child -> answer.body().contains(Filling.word(child))
                        || path.startsWith("/api/")
                                && answer.body().contains(child.id().toString()))
                .collect(Collectors.toSet());
        differ(world, actor, path, words(seen), words(listed));
    }

    private void record(World world, Actor actor, Predicate<String> may, Set<Child> seen, Child child, String path) {
        var answer = get(actor, path);
        var expected = !may.test("read-child") ? 403 : seen.contains(child) ? 200 : 404;
        differ(world, actor, path, expected, answer.statusCode());
        var named = wordsIn(world, answer.body());
        differ(world, actor, path + " names", expected == 200 ? Set.of(Filling.word(child)) : Set.of(), named);
    }

    /** The number beside the list on the first page. */
    private void count(World world, Actor actor, String path, Set<Child> seen) {
        var page = Jsoup.parse(get(actor, "/").body());
        var count = page.select("a[href=" + path + "] .lantern-work__count").text();
        differ(world, actor, path + " count", seen.size() + " waiting", count);
    }

    private void nationalReturn(World world, Actor actor, Set<Child> seen) {
        var rows = missingRows();
        var year = newYear(rows);
        var template = new TransactionTemplate(transactions);
        List<?> found = Bearer.with(
                actor.token(),
                "worlds",
                () -> template.execute(status -> ReflectionTestUtils.<List<?>>invokeMethod(rows, "of", year)));
        var children = new TreeSet<String>();
        for (var row : Objects.requireNonNull(found)) {
            UUID child = Objects.requireNonNull(ReflectionTestUtils.invokeMethod(row, "childId"));
            children.add(child.toString());
        }
        differ(
                world,
                actor,
                "national return",
                seen.stream().map(child -> child.id().toString()).collect(Collectors.toCollection(TreeSet::new)),
                children);
    }

    /** Its own room keeps it to itself. */
    private Object missingRows() {
        try {
            return context.getBean(Class.forName("lantern.missing.export.MissingRows"));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Object newYear(Object rows) {
        try {
            var type = Class.forName(rows.getClass().getPackageName() + ".CollectionYear");
            var made = type.getDeclaredConstructor(int.class);
            made.setAccessible(true);
            var london = clock.instant().atZone(java.time.ZoneId.of("Europe/London"));
            return made.newInstance(london.getMonthValue() > 3 ? london.getYear() + 1 : london.getYear());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private void differ(World world, Actor actor, String what, Object expected, Object found) {
        compared++;
        if (!expected.equals(found))
            differences.add(what + " expected " + expected + " found " + found + "\n  " + actor + "\n  " + world);
    }

    private static Set<String> words(Set<Child> children) {
        return children.stream().map(Filling::word).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> wordsIn(World world, String body) {
        return world.children().stream()
                .map(Filling::word)
                .filter(body::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private HttpResponse<String> get(Actor actor, String path) {
        var request = HttpRequest.newBuilder(URI.create(url(path)));
        if (actor.kind().equals("PERSON")) request.header("Cookie", "lantern-session=" + actor.token());
        else request.header("Authorization", "Bearer " + actor.token());
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
