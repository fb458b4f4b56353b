package lantern.children.penpicture;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Names;
import lantern.children.Sendable;
import lantern.children.circumstances.CircumstancesQueries;
import lantern.children.record.ChildQueries;
import lantern.children.record.ChildRecord;
import org.springframework.stereotype.Component;

/** The grab-pack as it is sent through Lantern: the recipient's agreement says which parts go, where the printed sheet leaves it to who prints it. */
@Component
class GrabPackCopy implements Sendable {
    private static final Set<String> CONTACT =
            new LinkedHashSet<>(List.of("Phones", "Social media and games", "Carers and contact", "Placement"));
    private static final Set<String> HEALTH = new LinkedHashSet<>(List.of("Medical needs", "Disability"));
    private static final Set<String> RESPONSIBLE =
            new LinkedHashSet<>(List.of("Allocated worker", "Reviewing officer", "Responsible authority"));

    private final ChildQueries queries;
    private final CircumstancesQueries circumstances;
    private final Names names;
    private final Clock clock;

    GrabPackCopy(ChildQueries queries, CircumstancesQueries circumstances, Names names, Clock clock) {
        this.queries = queries;
        this.circumstances = circumstances;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "grab-pack";
    }

    @Override
    public String title() {
        return "Grab-pack: what a search for the child needs";
    }

    @Override
    public List<Part> parts(UUID id) {
        var child = queries.find(id).orElse(null);
        if (child == null) return List.of();
        var around = circumstances.of(id);
        var people = new ArrayList<>(child.mentioned());
        people.addAll(around.mentioned());
        var facts = new GrabPack(child, around, names.of(people), GrabPack.CHOICES.keySet(), clock.instant()).facts();
        var elsewhere = new LinkedHashSet<String>();
        Stream.of(CONTACT, HEALTH, RESPONSIBLE).forEach(elsewhere::addAll);
        elsewhere.add("School");
        elsewhere.addAll(GrabPack.CHOICES.values());
        var who = new ArrayList<>(List.of(new Line("Name", child.name()), new Line("Reference", child.reference())));
        facts.forEach((label, words) -> {
            if (!elsewhere.contains(label)) who.addAll(lines(label, words));
        });
        return Stream.of(
                        new Part("who", "identity", "Who the child is and how they look", false, who),
                        new Part("warnings", "identity", "Warnings", false, warnings(child)),
                        of("reach", "contact", "How the child can be reached", false, facts, CONTACT),
                        of(
                                "home",
                                "contact",
                                "Home and other addresses",
                                true,
                                facts,
                                Set.of(GrabPack.CHOICES.get("home"))),
                        of(
                                "placement",
                                "placement-address",
                                "Address of the placement",
                                true,
                                facts,
                                Set.of(GrabPack.CHOICES.get("placement"))),
                        of("safe", "safe-address", "Safe addresses", true, facts, Set.of(GrabPack.CHOICES.get("safe"))),
                        of("health", "health", "Health", false, facts, HEALTH),
                        of("school", "education", "School", false, facts, Set.of("School")),
                        of("responsible", "identity", "Who is responsible", false, facts, RESPONSIBLE))
                .filter(each -> !each.lines().isEmpty())
                .toList();
    }

    private static List<Line> warnings(ChildRecord child) {
        return child.standingFlags().stream()
                .map(each -> new Line("Warning", each.text()))
                .toList();
    }

    private static Part of(
            String code,
            String section,
            String heading,
            boolean address,
            Map<String, List<String>> facts,
            Set<String> labels) {
        var lines = labels.stream()
                .filter(facts::containsKey)
                .flatMap(label -> lines(label, facts.getOrDefault(label, List.of())).stream())
                .toList();
        return new Part(code, section, heading, address, lines);
    }

    private static List<Line> lines(String label, List<String> words) {
        return words.stream().map(each -> new Line(label, each)).toList();
    }
}
