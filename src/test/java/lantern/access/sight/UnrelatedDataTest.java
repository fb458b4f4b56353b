package lantern.access.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What another authority has changes no byte of any list, search, count or answer of this one. */
class UnrelatedDataTest extends HiddenRecords {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void adding_another_authoritys_children_changes_no_byte_of_any_answer() {
        clock.freeze(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var own = record("merrowdale", "Unrelatedly");
        var visits = visits();
        // Once to open everything, so that what is noted of the asking itself is there.
        ask(visits, own);
        var before = ask(visits, own);
        for (var i = 0; i < 3; i++) record("larkwater", "Unrelatedly");
        var after = ask(visits, own);
        var steady = ask(visits, own);
        var changed = new ArrayList<String>();
        var compared = new ArrayList<String>();
        before.forEach((path, answer) -> {
            // A list of what was done shows the asking itself, and so differs every time.
            var later = java.util.Objects.requireNonNull(after.get(path));
            if (!later.equals(steady.get(path))) return;
            compared.add(path);
            if (!answer.equals(later)) changed.add(path);
        });
        assertThat(changed).isEmpty();
        assertThat(compared)
                .contains(
                        "hub-worker /",
                        "hub-worker /children?q=Robin+Unrelatedly",
                        "hub-worker /missing",
                        "hub-worker /inbox",
                        "hub-worker /timescales?whose=all",
                        "hub-worker /missing/interviews",
                        "the hub's system /api/v1/children?q=Unrelatedly&purpose=test",
                        "the hub's system /api/v1/missing-episodes");
        assertThat(java.util.Objects.requireNonNull(before.get("hub-worker /children?q=Robin+Unrelatedly"))
                        .body())
                .contains("Robin Unrelatedly", own.child().toString())
                .doesNotContain("cannot see");
    }

    private Map<String, Visit.Answer> ask(List<Visit> visits, Record own) {
        var answers = new LinkedHashMap<String, Visit.Answer>();
        for (var visit : visits) {
            for (var path : paths(own)) {
                if (path.startsWith("/api/") == visit.machine())
                    answers.put(visit.who + " " + path, visit.get(path, null));
            }
        }
        return answers;
    }

    /** Every page and answer that takes no id, with the searches, and the record of a child of one's own. */
    private List<String> paths(Record own) {
        var paths = new ArrayList<String>();
        mapping.getHandlerMethods().keySet().forEach(each -> {
            var gets = each.getMethodsCondition().getMethods().stream()
                    .anyMatch(it -> it.name().equals("GET"));
            for (var path : each.getPatternValues()) {
                if (!gets || path.startsWith("/bench") || path.startsWith("/sign-in")) continue;
                if (!path.contains("{")) paths.add(path);
                else if (path.matches("[^{]*\\{\\w+}"))
                    paths.add(path.replaceAll("\\{\\w+}", own.in(path).toString()));
            }
        });
        paths.addAll(List.of(
                "/children?q=Robin+Unrelatedly",
                "/children?q=Unrelatedly",
                "/children?q=Unrelatedly+2010-05-04",
                "/timescales?whose=all",
                "/api/v1/children?q=Unrelatedly&purpose=test",
                "/api/v1/children?q=Robin+Unrelatedly&dateOfBirth=2010-05-04&purpose=test"));
        return paths;
    }

    private List<Visit> visits() {
        var visits = new ArrayList<Visit>();
        for (var role : List.of(
                "hub-worker", "hub-manager", "social-worker", "governance-lead", "service-manager", "police-analyst"))
            visits.add(new Visit(this::url, role, region.session("merrowdale", role)));
        visits.add(new Visit(
                this::url,
                "the hub's system",
                region.token(
                        "merrowdale/children", "inbox:write", "episodes:read", "timescales:read", "interviews:write")));
        return visits;
    }
}
