package lantern.intake.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantern.access.OpenToAll;
import lantern.intake.handout.ReportLinks;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A report from a phone, without an account. A link's signature or a code allows it; a cookie holds the place of what was answered. */
@Controller
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@RequestMapping("/report")
class ReportController {
    private static final String COOKIE = "lantern-report";
    private static final String WHY = "whoever reports a child needs no account: a signed link or a code is checked";

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping
    @OpenToAll(WHY)
    ModelAndView start(@CookieValue(name = COOKIE, required = false) @Nullable String kept) {
        return Pages.page("intake/report/code", new ReportPages.Code(Form.EMPTY, isGoing(kept)));
    }

    @PostMapping
    @OpenToAll(WHY)
    ModelAndView code(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var link = reports.byCode(code.length() > 40 ? "" : code, network(request));
        if (link.isPresent()) return begin(link.get(), request, response);
        response.setStatus(422);
        var errors = List.of(new FieldError(
                "code",
                "Enter the code as it stands on your sheet. If it still does not work, it was ended: phone the hub"));
        return Pages.page(
                "intake/report/code", new ReportPages.Code(new Form(Map.of("code", List.of(code)), errors), false));
    }

    @GetMapping("/with/{token}")
    @OpenToAll(WHY)
    ModelAndView with(@PathVariable String token, @CookieValue(name = COOKIE, required = false) @Nullable String kept) {
        var link = reports.link(token).orElseThrow(Refused::notFound);
        return Pages.page("intake/report/start", new ReportPages.Start(link.title(), token, isGoing(kept)));
    }

    @PostMapping("/with/{token}")
    @OpenToAll(WHY)
    ModelAndView begin(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return begin(reports.link(token).orElseThrow(Refused::notFound), request, response);
    }

    private ModelAndView begin(ReportLinks.ReportLink link, HttpServletRequest request, HttpServletResponse response) {
        cookie(reports.begin(link, network(request)), Duration.ofDays(1), request, response);
        return Pages.seeOther("/report/questions/" + Step.ABOUT.code());
    }

    @GetMapping("/questions/{code}")
    @OpenToAll(WHY)
    ModelAndView ask(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean change,
            @CookieValue(name = COOKIE, required = false) @Nullable String kept) {
        var step = Step.of(code).orElseThrow(Refused::notFound);
        var going = reports.going(kept).filter(each -> !each.draft().sent());
        if (going.isEmpty()) return Pages.seeOther("/report");
        var answers = going.get().draft().answers();
        return question(step, new Form(answers, List.of()), answers, change);
    }

    @PostMapping("/questions/{code}")
    @OpenToAll(WHY)
    ModelAndView answer(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean change,
            @CookieValue(name = COOKIE, required = false) @Nullable String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var step = Step.of(code).orElseThrow(Refused::notFound);
        var going = reports.going(kept).filter(each -> !each.draft().sent());
        if (going.isEmpty()) return Pages.seeOther("/report");
        var typed = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, Arrays.asList(values)));
        var wrong = reports.answer(going.get(), step, typed);
        if (!wrong.isEmpty()) {
            response.setStatus(422);
            return question(step, new Form(typed, wrong), going.get().draft().answers(), change);
        }
        var answers = reports.going(kept).orElseThrow(Refused::notFound).draft().answers();
        var next = step.next(answers);
        // Another kind, or that somebody took the child, brings questions of its own.
        var goesOn = !change || step == Step.ABOUT || step == Step.TAKEN;
        return Pages.seeOther(
                goesOn && next.isPresent() ? "/report/questions/" + next.get().code() : "/report/check");
    }

    private static ModelAndView question(Step step, Form form, Map<String, List<String>> answers, boolean change) {
        var before = step.before(answers);
        var back = change
                ? "/report/check"
                : before.map(each -> "/report/questions/" + each.code()).orElse("/report");
        var kind = Step.first(answers, "kind");
        return Pages.page("intake/report/question", new ReportPages.Question(form, step, kind, change, back));
    }

    @GetMapping("/check")
    @OpenToAll(WHY)
    ModelAndView check(@CookieValue(name = COOKIE, required = false) @Nullable String kept) {
        var going = reports.going(kept);
        if (going.isEmpty()) return Pages.seeOther("/report");
        if (going.get().draft().sent()) return Pages.seeOther("/report/sent");
        var answers = going.get().draft().answers();
        for (var step : List.of(Step.ABOUT, Step.CHILD))
            if (Step.first(answers, step.fields.getFirst()).isBlank())
                return Pages.seeOther("/report/questions/" + step.code());
        return Pages.page("intake/report/check", ReportPages.Check.of(answers));
    }

    @PostMapping("/send")
    @OpenToAll(WHY)
    ModelAndView send(@CookieValue(name = COOKIE, required = false) @Nullable String kept) {
        var going = reports.going(kept);
        if (going.isEmpty()) return Pages.seeOther("/report");
        reports.send(going.get());
        return Pages.seeOther("/report/sent");
    }

    @GetMapping("/sent")
    @OpenToAll(WHY)
    ModelAndView sent(@CookieValue(name = COOKIE, required = false) @Nullable String kept) {
        var going = reports.going(kept).filter(each -> each.draft().sent());
        if (going.isEmpty()) return Pages.seeOther("/report");
        return Pages.page(
                "intake/report/sent",
                new ReportPages.Sent(going.get().draft().reference(), reports.again(going.get())));
    }

    @PostMapping("/discard")
    @OpenToAll(WHY)
    ModelAndView discard(
            @CookieValue(name = COOKIE, required = false) @Nullable String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        reports.going(kept).ifPresent(reports::discard);
        cookie("", Duration.ZERO, request, response);
        return Pages.seeOther("/report");
    }

    private boolean isGoing(@Nullable String kept) {
        return Optional.ofNullable(kept)
                .flatMap(reports::going)
                .filter(each -> !each.draft().sent())
                .isPresent();
    }

    private static void cookie(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/report")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Of an IPv6 address the first 64 bits, because whoever has one has all the rest. */
    private static String network(HttpServletRequest request) {
        try {
            var address = InetAddress.ofLiteral(request.getRemoteAddr());
            return address instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : address.getHostAddress();
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }
}
