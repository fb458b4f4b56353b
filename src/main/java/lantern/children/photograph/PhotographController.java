package lantern.children.photograph;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.Children;
import lantern.children.forms.Typed;
import lantern.platform.Refused;
import lantern.platform.files.FileRule;
import lantern.platform.files.Files;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class PhotographController {
    private final Access access;
    private final Children children;
    private final Photographs photographs;
    private final Files files;
    private final Names names;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    PhotographController(
            Access access,
            Children children,
            Photographs photographs,
            Files files,
            Names names,
            Ledger ledger,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.children = children;
        this.photographs = photographs;
        this.files = files;
        this.names = names;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/children/{id}/photographs")
    ModelAndView all(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.READ_CHILD);
        return page(id, null, actor.may(Permission.WRITE_CHILD), request);
    }

    @PostMapping("/children/{id}/photographs")
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile photograph) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        typed.refuseIf(photograph == null || photograph.isEmpty(), "photograph", "Choose a photograph");
        var given = new Photographs.New(
                typed.requiredDay("takenOn", "Enter the day it was taken"),
                typed.required("takenBy", "Enter who took it"),
                typed.required("basis", "Choose on what ground the photograph is kept"),
                typed.wordsOrNull("basisNote"));
        typed.throwIfAny();
        var child = children.find(id).orElseThrow(Refused::notFound);
        photographs.add(child, given, Objects.requireNonNull(photograph), actor.id(), clock.instant());
        return Pages.done("/children/" + id, "The photograph was added");
    }

    /** The picture itself, under the child's policy; kept by no cache, and nothing that a browser could take for a page. */
    @GetMapping("/children/{id}/photographs/{photograph}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID photograph) {
        access.require(Permission.READ_CHILD);
        var file = photographs.of(id).stream()
                .filter(each -> each.id().equals(photograph))
                .findFirst()
                .flatMap(each -> files.find(each.file()))
                .orElseThrow(Refused::notFound);
        ledger.look(id, "identity");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .header("Content-Disposition", "inline")
                .body(file.bytes());
    }

    /** Where a photograph's clock leads: to the photographs of its child. */
    @GetMapping("/children/photographs/{photograph}")
    ModelAndView photograph(@PathVariable UUID photograph) {
        access.require(Permission.READ_CHILD);
        return Pages.seeOther(
                "/children/" + photographs.child(photograph).orElseThrow(Refused::notFound) + "/photographs");
    }

    @GetMapping("/children/{id}/photographs/{photograph}/review")
    ModelAndView askReview(@PathVariable UUID id, @PathVariable UUID photograph, HttpServletRequest request) {
        access.require(Permission.WRITE_CHILD);
        return page(id, photograph, true, request);
    }

    @PostMapping("/children/{id}/photographs/{photograph}/review")
    ModelAndView review(
            @PathVariable UUID id, @PathVariable UUID photograph, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var decision = typed.words("decision");
        typed.refuseIf(
                !PhotographsPage.DECISIONS.containsKey(decision), "decision", "Say whether the photograph stays");
        var takenOff = decision.equals("take-off");
        var because = typed.words("because");
        typed.refuseIf(takenOff && because.isEmpty(), "because", "Say why it must not be shown any more");
        typed.throwIfAny();
        var child = children.find(id).orElseThrow(Refused::notFound);
        if (takenOff) photographs.takeOff(child, photograph, because, actor.id(), clock.instant());
        else photographs.keep(child, photograph, actor.id(), clock.instant());
        return Pages.done(
                "/children/" + id + "/photographs",
                takenOff ? "The photograph was taken off" : "The photograph was reviewed and stays");
    }

    private ModelAndView page(UUID id, @Nullable UUID reviewing, boolean mayWrite, HttpServletRequest request) {
        var child = children.find(id).orElseThrow(Refused::notFound);
        var all = photographs.of(id);
        var inUse = all.stream()
                .filter(each -> each.takenOffAt() == null)
                .map(Photographs.Photograph::id)
                .findFirst()
                .orElse(null);
        if (reviewing != null
                && all.stream().noneMatch(each -> each.id().equals(reviewing) && each.takenOffAt() == null))
            throw Refused.notFound();
        ledger.look(id, "identity");
        var called =
                names.of(all.stream().map(Photographs.Photograph::recordedBy).toList());
        var today = London.date(clock.instant());
        List<PhotographsPage.Shown> shown = all.stream()
                .map(each -> new PhotographsPage.Shown(
                        each.id(),
                        London.day(each.takenOn()) + ", " + each.takenBy(),
                        Basis.ALL.getOrDefault(each.basis(), each.basis())
                                + (each.basisNote() == null ? "" : ": " + each.basisNote()),
                        review(each.reviewOn(), today),
                        London.day(London.date(each.recordedAt()))
                                + (called.name(each.recordedBy()) == null ? "" : ", " + called.name(each.recordedBy())),
                        each.id().equals(inUse),
                        each.takenOffBecause()))
                .toList();
        return Pages.page(
                "children/photograph/page",
                new PhotographsPage(
                        forms.load(request),
                        id,
                        child.name(),
                        child.reference(),
                        shown,
                        reviewing,
                        FileRule.PICTURE.hint(),
                        FileRule.PICTURE.accept(),
                        mayWrite));
    }

    private static String review(@Nullable LocalDate day, LocalDate today) {
        return day == null ? "No limit set" : London.day(day) + (day.isBefore(today) ? " (Overdue)" : "");
    }
}
