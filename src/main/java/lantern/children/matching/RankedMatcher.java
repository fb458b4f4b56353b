package lantern.children.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.children.Candidate;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.children.Matcher;
import lantern.children.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bounded lookups, the weights of what agrees and differs added up, and then only what the reader's own policy lets them see. */
@Component
public class RankedMatcher implements Matcher {
    /** A common family name alone is no reason to send somebody to the hub manager. */
    private static final double WORTH_ASKING = 0.05;

    private final JdbcClient db;
    private final Children children;
    private final Access access;
    private final ParametersInForce inForce;

    RankedMatcher(JdbcClient db, Children children, Access access, ParametersInForce inForce) {
        this.inForce = inForce;
        this.db = db;
        this.children = children;
        this.access = access;
    }

    /** Whom the reader may see, most probable first, and those worth asking about whom they may not. */
    public record Ranked(List<Candidate> visible, List<Unseen> unseen) {
        public int hidden() {
            return unseen.size();
        }
    }

    /** Somebody out of the reader's sight: never shown, only counted, or opened for a reason. */
    public record Unseen(UUID child, double probability) {}

    @Override
    public Found find(Wanted wanted, int limit) {
        var ranked = rank(List.of(wanted), limit);
        return new Found(ranked.visible(), ranked.hidden());
    }

    /** Several ways to read what somebody typed: a child counts with the most probable of them. */
    public Ranked rank(List<Wanted> readings, int limit) {
        var weights = inForce.of(access.actor().authority());
        var scored = readings.stream()
                .flatMap(wanted -> scored(wanted, weights))
                .filter(each -> each.scoring().plausible())
                .collect(Collectors.toMap(Scored::child, Function.identity(), Scored::better))
                .values()
                .stream()
                .sorted(Comparator.comparingDouble(Scored::evidence).reversed().thenComparing(Scored::child))
                .toList();
        // Two children with a strong claim each: a person decides, even when one of them is out of the reader's sight.
        var onlyOneIsStrong =
                scored.stream().filter(each -> each.scoring().strong()).count() == 1;
        // Who sees the whole authority is asked only for what is shown; for others, those out of sight are counted.
        var asked = access.actor().readsOfEveryChild("identity")
                ? scored.stream().limit(limit).toList()
                : scored;
        var facts = children.findAll(asked.stream().map(Scored::child).toList()).stream()
                .collect(Collectors.toMap(ChildFacts::id, Function.identity()));
        var visible = asked.stream()
                .flatMap(each -> candidate(each, facts, onlyOneIsStrong).stream())
                .limit(limit)
                .toList();
        var hidden = asked.stream()
                .filter(each -> each.scoring().probability() >= WORTH_ASKING && !facts.containsKey(each.child()))
                .map(each -> new Unseen(each.child(), each.scoring().probability()))
                .toList();
        return new Ranked(visible, hidden);
    }

    private Stream<Scored> scored(Wanted wanted, Parameters.Weights weights) {
        var found = Lookup.candidates(db, wanted);
        return Stream.concat(
                found.inSight().stream().map(known -> new Scored(known.child(), Scoring.of(wanted, known, weights))),
                found.outOfSight().stream().map(each -> new Scored(each.child(), Scoring.of(wanted, each, weights))));
    }

    private static Optional<Candidate> candidate(Scored scored, Map<UUID, ChildFacts> facts, boolean onlyOneIsStrong) {
        return Optional.ofNullable(facts.get(scored.child()))
                .map(child -> new Candidate(
                        child,
                        scored.scoring().probability(),
                        scored.scoring().strong() && onlyOneIsStrong,
                        scored.scoring().working()));
    }

    private record Scored(UUID child, Scoring scoring) {
        double evidence() {
            return scoring.evidence();
        }

        static Scored better(Scored a, Scored b) {
            return a.evidence() >= b.evidence() ? a : b;
        }
    }
}
