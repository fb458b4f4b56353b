package lantern.children.penpicture;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.Children;
import lantern.children.circumstances.Circumstances.PenPicture;
import lantern.children.circumstances.CircumstancesQueries;
import lantern.children.forms.Typed;
import lantern.platform.Refused;
import lantern.platform.web.Pages;
import lantern.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Transactional
@RequestMapping("/children/{id}/pen-picture")
class PenPictureController {
    private final Access access;
    private final Children children;
    private final CircumstancesQueries circumstances;
    private final PenPictures pictures;
    private final Names names;
    private final Ledger ledger;
    private final Forms forms;
    private final Clock clock;

    PenPictureController(
            Access access,
            Children children,
            CircumstancesQueries circumstances,
            PenPictures pictures,
            Names names,
            Ledger ledger,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.children = children;
        this.circumstances = circumstances;
        this.pictures = pictures;
        this.names = names;
        this.ledger = ledger;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, HttpServletRequest request) {
        var actor = access.require(Permission.READ_CHILD);
        var child = children.find(id).orElseThrow(Refused::notFound);
        var around = circumstances.of(id);
        ledger.look(id, "identity");
        var said = said(around.penPicture());
        var called = names.of(around.mentioned());
        var reviews = around.penPictures().stream()
                .map(each -> London.day(London.date(each.recordedAt()))
                        + (called.name(each.by()) == null ? "" : ", " + called.name(each.by())))
                .toList();
        return Pages.page(
                "children/penpicture/page",
                new PenPicturePage(
                        forms.load(request).or(said),
                        id,
                        child.name(),
                        child.reference(),
                        said,
                        reviews.isEmpty() ? "" : reviews.getFirst(),
                        reviews.isEmpty() ? reviews : reviews.subList(1, reviews.size()),
                        actor.may(Permission.WRITE_CHILD)));
    }

    @PostMapping
    ModelAndView review(@PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var actor = access.require(Permission.WRITE_CHILD);
        var typed = new Typed(fields);
        var answers = new HashMap<String, @Nullable String>();
        PenPictures.QUESTIONS.keySet().forEach(each -> answers.put(each, typed.wordsOrNull(each)));
        var child = children.find(id).orElseThrow(Refused::notFound);
        pictures.review(child, answers, actor.id(), clock.instant());
        return Pages.done("/children/" + id + "#pen-picture", "The pen picture was reviewed");
    }

    /** What was answered, by column, in the order of the questions. */
    static Map<String, String> said(@Nullable PenPicture picture) {
        var said = new LinkedHashMap<String, String>();
        if (picture == null) return said;
        put(said, "looks", picture.looks());
        put(said, "build", picture.build());
        put(said, "hair", picture.hair());
        put(said, "marks", picture.marks());
        put(said, "clothing", picture.clothing());
        put(said, "places", picture.places());
        put(said, "people", picture.people());
        put(said, "transport", picture.transport());
        put(said, "vulnerabilities", picture.vulnerabilities());
        return said;
    }

    private static void put(Map<String, String> said, String column, @Nullable String words) {
        if (words != null) said.put(column, words);
    }
}
