package lantern.children.sight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class SightController {
    private final Access access;
    private final Children children;
    private final Sights sights;
    private final Names names;
    private final Ledger ledger;
    private final Clock clock;

    SightController(Access access, Children children, Sights sights, Names names, Ledger ledger, Clock clock) {
        this.access = access;
        this.children = children;
        this.sights = sights;
        this.names = names;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/access")
    ModelAndView who(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID person) {
        access.require(Permission.EXPLAIN_ACCESS);
        var child = children.find(id).orElseThrow(Refused::notFound);
        var seers = sights.of(id);
        var words = words(id, seers);
        var everybody = new LinkedHashMap<String, String>();
        for (var each : seers) everybody.putIfAbsent(each.id().toString(), each.name() + ", " + each.post());
        ledger.look(id, "identity", "access");
        return Pages.page(
                "children/sight/page",
                new SightPage(
                        id,
                        child.name(),
                        child.reference(),
                        words.named() == null ? null : "This record is restricted to the people it names.",
                        groups(seers, words),
                        everybody,
                        person == null
                                ? null
                                : answer(person, seers, words, List.copyOf(sights.sections(id, person)))));
    }

    private InWords words(UUID child, List<Seer> seers) {
        var involved = sights.involvements(child);
        var ids = new ArrayList<@Nullable UUID>();
        seers.forEach(each -> ids.add(each.agency()));
        involved.forEach(each -> {
            ids.add(each.agency());
            ids.add(each.team());
        });
        return new InWords(involved, sights.opened(child), sights.named(child), names.of(ids), clock.instant());
    }

    private static List<SightPage.Group> groups(List<Seer> seers, InWords words) {
        var groups = new ArrayList<SightPage.Group>();
        group(groups, "They work with the child", "involvement", seers, words);
        group(groups, "Their role or agreement reaches every child", "reach", seers, words);
        group(groups, "They opened the record in an emergency", "break-glass", seers, words);
        return groups;
    }

    private static void group(List<SightPage.Group> groups, String title, String why, List<Seer> seers, InWords words) {
        var rows = seers.stream()
                .filter(each -> why.equals(each.why()))
                .map(each -> new SightPage.Row(
                        each.id().toString(),
                        each.name(),
                        each.post(),
                        Objects.requireNonNullElse(words.called().name(each.agency()), ""),
                        String.join(". ", words.of(each))))
                .toList();
        if (!rows.isEmpty()) groups.add(new SightPage.Group(title, rows));
    }

    private static SightPage.Answer answer(UUID person, List<Seer> seers, InWords words, List<SectionSeen> sections) {
        var posts = seers.stream().filter(each -> each.id().equals(person)).toList();
        if (posts.isEmpty()) throw Refused.notFound();
        var sees = posts.stream().filter(each -> each.why() != null).toList();
        var said = (sees.isEmpty() ? posts : sees)
                .stream().flatMap(each -> words.of(each).stream()).distinct().toList();
        return new SightPage.Answer(person.toString(), posts.getFirst().name(), !sees.isEmpty(), said, sections);
    }
}
