package lantern.missing.interview;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lantern.timescales.Timescale;

/**
 * The clocks of one interview. Each absence it covers started a clock of its own for the interview itself, and the one interview ends them
 * all: only the one that runs out first is shown.
 */
final class InterviewClocks {
    private static final String INTERVIEW = "return-interview";

    private InterviewClocks() {}

    static List<Timescale> of(List<Timescale> all) {
        var own = all.stream()
                .filter(each -> each.subject().kind().equals("interview"))
                .filter(each -> !each.standard().equals(INTERVIEW));
        return Stream.concat(own, first(all).stream()).toList();
    }

    private static Optional<Timescale> first(List<Timescale> all) {
        return all.stream()
                .filter(each -> each.standard().equals(INTERVIEW))
                .min(comparing((Timescale each) -> !each.state().open())
                        .thenComparing(Timescale::due, nullsLast(naturalOrder())));
    }
}
