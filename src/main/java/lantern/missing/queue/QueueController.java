package lantern.missing.queue;

import java.time.Clock;
import java.util.OptionalLong;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import lantern.audit.Ledger;
import lantern.missing.interview.InterviewView;
import lantern.platform.web.Pages;
import lantern.timescales.Timescales;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class QueueController {
    private static final int PAGE = 50;

    private final QueueQueries queries;
    private final Timescales timescales;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    QueueController(QueueQueries queries, Timescales timescales, Access access, Ledger ledger, Clock clock) {
        this.queries = queries;
        this.timescales = timescales;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/missing/interviews")
    ModelAndView queue(@RequestParam(defaultValue = "1") int page) {
        access.require(Permission.READ_INTERVIEW);
        var now = clock.instant();
        var at = Math.clamp(page, 1, 1000);
        var lines = queries.queue(PAGE + 1, (at - 1) * PAGE, now);
        var shown = lines.size() > PAGE ? lines.subList(0, PAGE) : lines;
        if (!shown.isEmpty())
            ledger.looked(shown.stream().map(InterviewView.Line::child).toList(), "return-interviews");
        return Pages.page(
                "missing/queue/queue",
                new QueuePage(shown, at, lines.size() > PAGE, queries.waiting(now), timescales.titles(), now));
    }

    /** The queue's place in the navigation of those who hold interviews. */
    @Component
    static class Waiting implements WorkList {
        private final QueueQueries queries;
        private final Clock clock;

        Waiting(QueueQueries queries, Clock clock) {
            this.queries = queries;
            this.clock = clock;
        }

        @Override
        public String title() {
            return "Return interviews";
        }

        @Override
        public String purpose() {
            return "Children who are back and to be offered an interview: late ones first, then Red.";
        }

        @Override
        public String path() {
            return "/missing/interviews";
        }

        @Override
        public Permission permission() {
            return Permission.READ_INTERVIEW;
        }

        @Override
        public int order() {
            return 30;
        }

        @Override
        public OptionalLong waiting(Actor actor) {
            return OptionalLong.of(queries.waiting(clock.instant()));
        }
    }
}
