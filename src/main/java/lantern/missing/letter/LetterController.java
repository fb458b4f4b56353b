package lantern.missing.letter;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.missing.form.EpisodeForms;
import lantern.platform.Refused;
import lantern.platform.documents.Format;
import lantern.platform.web.Pages;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.MomentInput;
import lantern.platform.web.forms.Typed;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
class LetterController {
    private final Letters letters;
    private final DraftedLetters drafts;
    private final EpisodeForms pages;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    LetterController(
            Letters letters,
            DraftedLetters drafts,
            EpisodeForms pages,
            Forms forms,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.letters = letters;
        this.drafts = drafts;
        this.pages = pages;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/missing/episodes/{id}/letters/new")
    ModelAndView form(
            @PathVariable UUID id, @RequestParam(defaultValue = "director") String kind, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var asked = Arrays.stream(Letter.Kind.values())
                .filter(each -> each.code.equals(kind))
                .findFirst()
                .orElse(Letter.Kind.DIRECTOR);
        var draft = drafts.of(id, asked, clock.instant());
        var form = forms.load(request)
                .or(Map.of("recipient", draft.recipient(), "subject", draft.subject(), "words", draft.words()));
        return pages.page(
                id,
                asked.words,
                "This is drawn from what is recorded. Read it, change it, and leave out what this reader need not know: the letter is kept as you save it.",
                form,
                List.of(
                        Input.of("recipient", "To").from(form),
                        Input.of("subject", "Subject").from(form),
                        Textarea.of("words", "Letter").rows(18).from(form)),
                "letters?kind=" + asked.code,
                "Save the letter");
    }

    @PostMapping("/missing/episodes/{id}/letters")
    ModelAndView make(@PathVariable UUID id, @RequestParam String kind, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var asked = Arrays.stream(Letter.Kind.values())
                .filter(each -> each.code.equals(kind))
                .findFirst()
                .orElseThrow(Refused::notFound);
        var recipient = line(typed, "recipient", "Say to whom");
        var subject = line(typed, "subject", "Say what it is about");
        var words = typed.words("words", "Write the letter");
        typed.check();
        var letter = letters.make(id, asked, recipient, subject, words);
        return Pages.done(
                "/missing/letters/" + letter, "The letter is saved. Send it, then record here that it was sent.");
    }

    private static String line(Typed typed, String name, String whenMissing) {
        var words = typed.words(name, whenMissing);
        if (words.length() > 400) typed.wrong(name, "Use at most 400 characters");
        return words;
    }

    @GetMapping("/missing/letters/{id}")
    ModelAndView page(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_EPISODE);
        var letter = letters.one(id);
        ledger.look(letter.child(), "identity", "episode");
        return Pages.page(
                "missing/letter/letter", new LetterPage(letter, letter.paper(), actor.may(Permission.WRITE_EPISODE)));
    }

    @GetMapping("/missing/letters/{id}/letter.{extension}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String extension) {
        access.require(Permission.READ_EPISODE);
        var format =
                switch (extension) {
                    case "pdf" -> Format.PDF;
                    case "docx" -> Format.DOCX;
                    default -> throw Refused.notFound();
                };
        var letter = letters.one(id);
        ledger.act("export.letter", "letter", id, letter.child(), Map.of("format", extension));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("letter." + extension)
                                .build()
                                .toString())
                .body(format.write(letter.paper()));
    }

    @GetMapping("/missing/letters/{id}/sending")
    ModelAndView sentForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = forms.load(request).or(MomentInput.known("sent-at", clock.instant()));
        var questions = new ArrayList<Content>(MomentInput.of("sent-at", "When was it sent?", "Time", form));
        questions.add(Input.of("how", "How was it sent?")
                .hint("For example, by secure e-mail")
                .from(form));
        return pages.page(
                letters.one(id).episode(),
                "Record that the letter was sent",
                null,
                form,
                questions,
                "/missing/letters/" + id + "/sending",
                "Save");
    }

    @PostMapping("/missing/letters/{id}/sending")
    ModelAndView sent(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var at = typed.moment("sent-at", "it was sent");
        var how = line(typed, "how", "Say how it was sent");
        typed.check();
        letters.sent(id, at, how);
        return Pages.done("/missing/letters/" + id, "It is recorded that the letter was sent.");
    }

    @GetMapping("/missing/letters/{id}/reply")
    ModelAndView replyForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var form = forms.load(request).or(MomentInput.known("reply-at", clock.instant()));
        var questions = new ArrayList<Content>(MomentInput.of("reply-at", "When did the reply come?", "Time", form));
        questions.add(
                Textarea.of("words", "Who answered, and what did they say?").from(form));
        return pages.page(
                letters.one(id).episode(),
                "Record the reply",
                null,
                form,
                questions,
                "/missing/letters/" + id + "/reply",
                "Save");
    }

    @PostMapping("/missing/letters/{id}/reply")
    ModelAndView answered(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_EPISODE);
        var typed = new Typed(request, clock.instant());
        var at = typed.moment("reply-at", "the reply came");
        var words = typed.words("words", "Say who answered, and what they said");
        typed.check();
        letters.answered(id, at, words);
        return Pages.done("/missing/letters/" + id, "The reply is recorded.");
    }
}
