package lantern.access.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route that takes an id, asked by every role for records that it cannot see and for one that does not exist: the answers are the
 * same, byte for byte. A route that is added tomorrow is asked too.
 */
class ForeignIdsTest extends HiddenRecords {
    private static final List<String> SCOPES = List.of(
            "notifications:write",
            "children:read",
            "episodes:read",
            "episodes:write",
            "interviews:write",
            "timescales:read",
            "inbox:write",
            "meetings:read");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private record Route(String verb, String path, @Nullable String body) {
        boolean api() {
            return path.startsWith("/api/");
        }
    }

    @Test
    void whoever_cannot_see_a_record_is_answered_as_if_there_were_none() {
        var ofAnother = record("larkwater", "Foreignid");
        var withoutInvolvement = record("merrowdale", "Foreignid");
        nobodyWorksWith(withoutInvolvement);
        var restricted = record("merrowdale", "Foreignid");
        restrict(restricted);
        var wrong = new ArrayList<String>();
        var compared = 0;
        for (var visit : visits()) {
            var hidden = new LinkedHashMap<String, Record>(
                    Map.of("of another authority", ofAnother, "restricted", restricted));
            if (!reachesAll(visit)) hidden.put("without involvement", withoutInvolvement);
            for (var route : routes()) {
                if (route.api() != visit.machine()) continue;
                var nobody = Ids.next();
                var expected = ask(visit, route, nobody);
                if (expected.status() >= 500) wrong.add(visit.who + " " + route + " answered " + expected.status());
                for (var each : hidden.entrySet()) {
                    // Who may not do it with any record is asked once.
                    if (expected.status() == 403 && !each.getKey().equals("restricted")) continue;
                    var answer = ask(visit, route, each.getValue().in(route.path));
                    compared++;
                    if (!answer.equals(expected))
                        wrong.add(
                                visit.who + ", " + route + ", " + each.getKey() + ": " + difference(expected, answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(1_000);
    }

    private static String difference(Visit.Answer expected, Visit.Answer answer) {
        var at = org.assertj.core.util.Strings.isNullOrEmpty(answer.body())
                ? 0
                : mismatch(expected.body(), answer.body());
        return expected.status() + " " + expected.location() + expected.type() + " is " + answer.status() + " "
                + answer.location() + answer.type() + " ..." + part(expected.body(), at) + "... is ..."
                + part(answer.body(), at);
    }

    private static int mismatch(String a, String b) {
        return Math.max(0, java.util.Arrays.mismatch(a.toCharArray(), b.toCharArray()));
    }

    private static String part(String text, int at) {
        return text.substring(Math.min(text.length(), Math.max(0, at - 40)), Math.min(text.length(), at + 60))
                .replaceAll("\\s+", " ");
    }

    private Visit.Answer ask(Visit visit, Route route, UUID id) {
        var path = route.path.replaceAll("\\{\\w+(:([^{}]|\\{\\d+})*)?}", id.toString());
        var body = route.body == null ? null : route.body.replace("ID", id.toString());
        return route.verb.equals("GET") ? visit.get(path, id) : visit.post(path, id, body);
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().keySet().forEach(each -> {
            for (var path : each.getPatternValues()) {
                if (!path.contains("{")) continue;
                each.getMethodsCondition().getMethods().forEach(verb -> routes.add(new Route(verb.name(), path, null)));
            }
        });
        // Where the id is not in the address's path.
        routes.add(new Route("GET", "/api/v1/timescales?child={id}", null));
        routes.add(new Route("GET", "/api/v1/return-interviews?episode={id}", null));
        routes.add(new Route("GET", "/notifications/new?kind=missing&quarantine={id}", null));
        routes.add(new Route("GET", "/meetings/new?child={id}", null));
        routes.add(new Route("POST", "/notices/read?notice={id}", null));
        routes.add(new Route("POST", "/children/break-glass", "q=ID"));
        routes.add(new Route("POST", "/api/v1/return-interviews", "{\"episode\":\"ID\",\"provider\":\"returns\"}"));
        assertThat(routes).hasSizeGreaterThan(60);
        return routes;
    }

    private List<Visit> visits() {
        var visits = new ArrayList<Visit>();
        for (var role : ROLES) visits.add(new Visit(this::url, role, region.session("merrowdale", role)));
        for (var scope : SCOPES) {
            visits.add(new Visit(this::url, scope, region.token("merrowdale/police", scope)));
        }
        visits.add(new Visit(
                this::url, "the hub's system", region.token("merrowdale/children", "inbox:write", "episodes:write")));
        return visits;
    }

    private static boolean reachesAll(Visit visit) {
        if (visit.machine()) return visit.who.equals("the hub's system");
        return database.superuser()
                .sql("select reach = 'authority' from access.role where code = :role")
                .param("role", visit.who)
                .query(Boolean.class)
                .single();
    }
}
