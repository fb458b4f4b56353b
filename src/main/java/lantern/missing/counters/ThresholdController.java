package lantern.missing.counters;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.missing.counters.Threshold.Code;
import lantern.missing.counters.ThresholdsPage.Group;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/missing/thresholds")
class ThresholdController {
    private final Thresholds thresholds;
    private final Forms forms;
    private final Access access;
    private final Clock clock;

    ThresholdController(Thresholds thresholds, Forms forms, Access access, Clock clock) {
        this.thresholds = thresholds;
        this.forms = forms;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(HttpServletRequest request) {
        var actor = access.require(Permission.READ_EPISODE);
        var groups = Arrays.stream(Code.values())
                .map(code -> new Group(code, thresholds.history(code)))
                .toList();
        return Pages.page(
                "missing/counters/thresholds",
                new ThresholdsPage(groups, actor.may(Permission.CHANGE_STANDARDS), forms.load(request)));
    }

    @PostMapping
    ModelAndView change(HttpServletRequest request) {
        access.require(Permission.CHANGE_STANDARDS);
        var typed = new Typed(request, clock.instant());
        var code = typed.choice(
                "code", Arrays.stream(Code.values()).map(each -> each.code).toList(), "Say which threshold");
        var moreThan = typed.number("more-than", 1, 100, "Enter a number of absences from 1 to 100");
        var days = typed.number("days", 1, 3650, "Enter a number of days from 1 to 3650");
        var from = typed.date("from", "from which it holds", London.date(clock.instant()), true);
        var why = typed.words("why", "Say why, and who decided it");
        typed.check();
        thresholds.change(Code.of(code), moreThan, days, java.util.Objects.requireNonNull(from), why);
        return Pages.done("/missing/thresholds", "The threshold is changed from the day you gave.");
    }
}
