package lantern.oversight.asking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.pages.PaperFiles;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Block.Section;
import lantern.platform.documents.Block.Table;
import lantern.platform.documents.Document;
import lantern.platform.documents.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Reminders to the roles that answer, as a paper to print or send. */
@Controller
@Transactional
class ReminderController {
    private final Access access;
    private final Inquiries inquiries;
    private final Clock clock;

    ReminderController(Access access, Inquiries inquiries, Clock clock) {
        this.access = access;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    private LocalDate today() {
        return London.date(clock.instant());
    }

    private List<Due> due() {
        return Due.of(
                inquiries.all().stream().map(each -> inquiries.whole(each.id())).toList(), today());
    }

    @GetMapping("/oversight/reminders")
    ModelAndView reminders() {
        access.require(Permission.READ_OVERSIGHT);
        return PaperFiles.page(document(), "/oversight/requests", "/oversight/reminders", "Reminders");
    }

    @GetMapping("/oversight/reminders/{extension}")
    ResponseEntity<byte[]> remindersFile(@PathVariable String extension) {
        access.require(Permission.READ_OVERSIGHT);
        return PaperFiles.file(document(), extension, "reminders");
    }

    private Document document() {
        var by = new TreeMap<String, List<Due>>();
        for (var each : due())
            for (var role : each.roles())
                by.computeIfAbsent(role, key -> new ArrayList<>()).add(each);
        var sections = new ArrayList<Section>();
        by.forEach((role, due) -> {
            var table = Table.of("What is due from " + role)
                    .column("By", 2)
                    .column("Recommendation", 5)
                    .column("Inquiry", 3)
                    .column("Why", 3);
            for (var each : due)
                table = table.row(
                        Value.day(each.by()),
                        Value.of(each.recommendation().number() + ": "
                                + each.recommendation().words()),
                        Value.of(each.inquiry().title()),
                        Value.of(each.why() + " (" + each.words(today()).toLowerCase(java.util.Locale.ROOT) + ")"));
            sections.add(Section.appendix(role, List.of(table)));
        });
        return Document.of("Reminders of what scrutiny expects", today())
                .with(
                        Paragraph.plain(
                                "For each role: what is late, or due within eight weeks. Evidence says what has happened, with its date; it names no child."))
                .with(sections);
    }
}
