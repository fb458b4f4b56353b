package lantern.missing.feedback;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.access.WorkList;
import lantern.audit.Ledger;
import lantern.platform.Refused;
import lantern.platform.documents.Format;
import lantern.platform.documents.Numbered;
import lantern.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One copy of a feedback form, for who sent it and for who was given it: on the page, as PDF and in Word; received, filed. */
@Controller
@Transactional
class CopyController {
    private final Copies copies;
    private final CopyQueries queries;
    private final Names names;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    CopyController(Copies copies, CopyQueries queries, Names names, Access access, Ledger ledger, Clock clock) {
        this.copies = copies;
        this.queries = queries;
        this.names = names;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/missing/feedback")
    ModelAndView received() {
        var actor = access.require(Permission.RECEIVE_DISCLOSURE);
        var all = queries.sentTo(actor.agencyOrRefuse());
        if (!all.isEmpty())
            ledger.looked(all.stream().map(Copy::child).distinct().toList(), "feedback-forms-received");
        return Pages.page("missing/feedback/received", new FeedbackPages.Received(all, clock.instant()));
    }

    @GetMapping("/missing/feedback/{copy}")
    ModelAndView one(@PathVariable("copy") UUID id) {
        var actor = access.require(Permission.READ_CHILD);
        var copy = copy(id, actor);
        ledger.look(copy.child(), "identity", "episode", "feedback-form");
        var called = names.of(java.util.Arrays.asList(copy.sentBy(), copy.receivedBy(), copy.filedBy()));
        return Pages.page(
                "missing/feedback/one",
                new FeedbackPages.One(
                        copy,
                        Numbered.of(paper(copy, actor)),
                        called,
                        actor.may(Permission.READ_INTERVIEW) && !isFor(copy, actor),
                        mayConfirm(copy, actor),
                        mayFile(copy, actor),
                        clock.instant()));
    }

    @GetMapping("/missing/feedback/{copy}/feedback-form.{type}")
    ResponseEntity<byte[]> file(@PathVariable("copy") UUID id, @PathVariable String type) {
        var actor = access.require(Permission.READ_CHILD);
        var copy = copy(id, actor);
        var format =
                switch (type) {
                    case "pdf" -> Format.PDF;
                    case "docx" -> Format.DOCX;
                    default -> throw Refused.notFound();
                };
        ledger.look(copy.child(), "identity", "episode", "feedback-form");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"feedback-form." + format.extension() + "\"")
                .body(format.write(Numbered.of(paper(copy, actor))));
    }

    @PostMapping("/missing/feedback/{copy}/receipt")
    ModelAndView confirm(@PathVariable("copy") UUID id, @RequestParam(defaultValue = "") String words) {
        var actor = access.require(Permission.READ_CHILD);
        var copy = copy(id, actor);
        if (!mayConfirm(copy, actor)) throw Refused.notAllowed("Its receipt is confirmed by who was given it");
        copies.received(copy, words);
        return Pages.done("/missing/feedback/" + id, "The receipt is recorded.");
    }

    @PostMapping("/missing/feedback/{copy}/filing")
    ModelAndView file(@PathVariable("copy") UUID id) {
        var actor = access.require(Permission.WRITE_EPISODE);
        var copy = copy(id, actor);
        if (!mayFile(copy, actor)) throw Refused.notAllowed("It is filed by the child's worker");
        copies.filed(copy);
        return Pages.done("/missing/feedback/" + id, "The feedback form is recorded as filed.");
    }

    private Copy copy(UUID id, Actor actor) {
        var copy = queries.find(id).orElseThrow(Refused::notFound);
        if (!isFor(copy, actor) && !actor.may(Permission.READ_INTERVIEW)) throw Refused.notFound();
        return copy;
    }

    private lantern.platform.documents.Document paper(Copy copy, Actor actor) {
        return FeedbackPaper.of(
                copy,
                queries.parts(copy.id()),
                !isFor(copy, actor) && !actor.may(Permission.READ_NARRATIVE),
                names.of(List.of(copy.sentBy())).name(copy.sentBy()));
    }

    private static boolean isFor(Copy copy, Actor actor) {
        return copy.agency() != null && copy.agency().equals(actor.agency());
    }

    /** Who was given it in Lantern says so themselves; of anybody else the sender writes down what they were told. */
    private static boolean mayConfirm(Copy copy, Actor actor) {
        if (copy.receivedAt() != null) return false;
        if (copy.agency() != null) return isFor(copy, actor);
        return copy.whom() == Whom.SOCIAL_WORKER
                ? actor.may(Permission.WRITE_EPISODE)
                : actor.may(Permission.SEND_FEEDBACK);
    }

    private static boolean mayFile(Copy copy, Actor actor) {
        return copy.whom() == Whom.SOCIAL_WORKER && copy.filedAt() == null && actor.may(Permission.WRITE_EPISODE);
    }

    /** The copies an agency was sent. */
    @Component
    static class Sent implements WorkList {
        private final CopyQueries queries;

        Sent(CopyQueries queries) {
            this.queries = queries;
        }

        @Override
        public String title() {
            return "Feedback forms";
        }

        @Override
        public String purpose() {
            return "What your agency was told after return interviews: confirm that each has come.";
        }

        @Override
        public String path() {
            return "/missing/feedback";
        }

        @Override
        public Permission permission() {
            return Permission.RECEIVE_DISCLOSURE;
        }

        @Override
        public int order() {
            return 62;
        }

        @Override
        public OptionalLong waiting(Actor actor) {
            @Nullable UUID agency = actor.agency();
            return agency == null ? OptionalLong.empty() : OptionalLong.of(queries.unreceived(agency));
        }

        @Override
        public boolean inNavigation() {
            return false;
        }
    }
}
