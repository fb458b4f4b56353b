package lantern.missing.interview;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.platform.web.Pages;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class InterviewController {
    private static final String INTERVIEW = "return-interview";

    private final InterviewQueries queries;
    private final Timescales timescales;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    InterviewController(InterviewQueries queries, Timescales timescales, Access access, Ledger ledger, Clock clock) {
        this.queries = queries;
        this.timescales = timescales;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/missing/interviews/{id}")
    ModelAndView interview(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_INTERVIEW);
        var now = clock.instant();
        var whole = queries.whole(id);
        var sections = new ArrayList<>(List.of("identity", "episode"));
        if (whole.narrative() != null) sections.add("interview-narrative");
        ledger.look(whole.interview().child(), sections.toArray(String[]::new));
        var subjects = new ArrayList<>(List.of(id));
        whole.absences().forEach(each -> subjects.add(each.episode()));
        var clocks = clocks(timescales.ofAll(subjects));
        return Pages.page(
                "missing/interview/interview",
                new InterviewPage(
                        whole,
                        clocks,
                        actor.may(Permission.WRITE_INTERVIEW),
                        actor.may(Permission.READ_NARRATIVE),
                        actor.may(Permission.WRITE_EPISODE),
                        actor.may(Permission.RECORD_CONCERN),
                        now));
    }

    /** Each absence it covers started a clock of its own for the interview, and one interview ends them all: only the first to run out is shown. */
    private static List<Timescale> clocks(List<Timescale> all) {
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
