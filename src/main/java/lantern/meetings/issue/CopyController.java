package lantern.meetings.issue;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Names;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.platform.Refused;
import lantern.platform.documents.Document;
import lantern.platform.documents.Format;
import lantern.platform.documents.Numbered;
import lantern.platform.web.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Minutes as an agency got them: on the page, as PDF and in Word. */
@Controller
@Transactional
@RequestMapping("/meetings/copies")
class CopyController {
    private final MinutesCopies copies;
    private final Children children;
    private final Names names;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    CopyController(MinutesCopies copies, Children children, Names names, Access access, Ledger ledger, Clock clock) {
        this.copies = copies;
        this.children = children;
        this.names = names;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView received() {
        var actor = access.require(Permission.READ_MEETINGS);
        var all = copies.sentTo(actor.agencyOrRefuse());
        var ids = all.stream().map(MinutesCopies.Copy::child).distinct().toList();
        if (!ids.isEmpty()) ledger.looked(ids, "minutes-received");
        return Pages.page(
                "meetings/issue/received",
                new IssuePages.Received(
                        all,
                        children.findAll(ids).stream().collect(Collectors.toMap(ChildFacts::id, ChildFacts::name)),
                        clock.instant()));
    }

    @GetMapping("/{copy}")
    ModelAndView one(@PathVariable("copy") UUID id) {
        var actor = access.require(Permission.READ_MEETINGS);
        var copy = copies.find(id);
        ledger.look(copy.child(), "identity", "meeting");
        return Pages.page(
                "meetings/issue/copy",
                new IssuePages.Read(
                        copy,
                        copies.later(copy).orElse(null),
                        Numbered.of(paper(copy)),
                        copy.agency().equals(actor.agency())));
    }

    @GetMapping("/{copy}/minutes.{type}")
    ResponseEntity<byte[]> file(@PathVariable("copy") UUID id, @PathVariable String type) {
        access.require(Permission.READ_MEETINGS);
        var copy = copies.find(id);
        var format =
                switch (type) {
                    case "pdf" -> Format.PDF;
                    case "docx" -> Format.DOCX;
                    default -> throw Refused.notFound();
                };
        ledger.look(copy.child(), "identity", "meeting");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"minutes." + format.extension() + "\"")
                .body(format.write(Numbered.of(paper(copy))));
    }

    private Document paper(MinutesCopies.Copy copy) {
        var child = children.find(copy.child()).orElseThrow(Refused::notFound);
        return MinutesPaper.of(
                copy,
                copies.parts(copy.id()),
                child.name() + ", " + child.reference(),
                names.of(List.of(copy.issuedBy())).name(copy.issuedBy()));
    }
}
