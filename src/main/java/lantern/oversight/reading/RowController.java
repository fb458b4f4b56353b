package lantern.oversight.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.inquiry.Inquiries;
import lantern.oversight.inquiry.Meeting;
import lantern.oversight.inquiry.Meetings;
import lantern.oversight.pages.AskPage;
import lantern.oversight.pages.Parts;
import lantern.oversight.reading.Readings.Row;
import lantern.oversight.reading.Readings.Taken;
import lantern.platform.Refused;
import lantern.platform.documents.Shown;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Details;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One row of a file: looked at, corrected, taken or set aside. */
@Controller
@Transactional
class RowController {
    private final Access access;
    private final Readings readings;
    private final Inquiries inquiries;
    private final Meetings meetings;
    private final Forms forms;
    private final Clock clock;

    RowController(Access access, Readings readings, Inquiries inquiries, Meetings meetings, Forms forms, Clock clock) {
        this.access = access;
        this.readings = readings;
        this.inquiries = inquiries;
        this.meetings = meetings;
        this.forms = forms;
        this.clock = clock;
    }

    private Readings.Reading find(UUID id) {
        return readings.of(id).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private Row row(UUID id) {
        return readings.rows(id).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    @GetMapping("/oversight/readings/rows/{id}")
    ModelAndView look(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var row = row(id);
        if (!row.state().equals("waiting")) throw Refused.conflict("This row has been decided on already");
        var reading = find(row.reading());
        var inquiry = inquiries.whole(reading.inquiry());
        var known = new LinkedHashMap<String, String>();
        known.put("number", row.number());
        known.put("words", row.words());
        known.put("responsible", row.responsible());
        known.put("targets", row.targets());
        known.put("assessment", row.assessment());
        known.put("concluded", row.concluded());
        known.put("evidence", row.evidence());
        known.put("author", inquiry.reportOf());
        var today = London.date(clock.instant());
        known.put("on-day", String.valueOf(today.getDayOfMonth()));
        known.put("on-month", String.valueOf(today.getMonthValue()));
        known.put("on-year", String.valueOf(today.getYear()));
        var form = forms.load(request).or(known);
        var meeting = Select.of("meeting", "At which meeting was the category given? (needed for a category)")
                .choose("None");
        for (var each : meetings.of(inquiry.committee()))
            meeting = meeting.item(each.id().toString(), London.day(each.on()));
        var there = inquiry.recommendations().stream()
                .anyMatch(each ->
                        !row.number().isBlank() && Readings.plain(each.number()).equals(Readings.plain(row.number())));
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Row " + row.place(),
                        reading.name(),
                        "/oversight/readings/" + row.reading(),
                        form,
                        there
                                ? "The inquiry has a recommendation with this number: evidence, category and conclusion are added to it, and its words stay."
                                : "It becomes a new recommendation.",
                        List.of(
                                Input.of("number", "Number").width(5).from(form),
                                Textarea.of("words", "Recommendation").rows(4).from(form),
                                Textarea.of("responsible", "Who answers for it")
                                        .hint("One role a line")
                                        .rows(2)
                                        .from(form),
                                Textarea.of("targets", "By when").rows(2).from(form),
                                Textarea.of("evidence", "Evidence").rows(6).from(form),
                                DateInput.of("on", "When was the evidence written?")
                                        .from(form),
                                Input.of("author", "Whose words is the evidence?")
                                        .from(form),
                                Input.of("assessment", "Category, as it was written")
                                        .from(form),
                                meeting.from(form),
                                Input.of("concluded", "Concluded on, as it was written")
                                        .from(form),
                                Details.of("The row as it was read", Shown.lines(row.raw())),
                                Radios.of("decision", "What becomes of this row?")
                                        .item("take", "Take it")
                                        .item("aside", "Set it aside: it is no recommendation")
                                        .from(form)),
                        "/oversight/readings/rows/" + id,
                        "Save and go on"));
    }

    @PostMapping("/oversight/readings/rows/{id}")
    ModelAndView decide(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var row = row(id);
        var reading = find(row.reading());
        var decision = Parts.text(typed, "decision");
        new FormErrors()
                .addIf(!decision.matches("take|aside"), "decision", "Choose what becomes of this row")
                .throwIfAny();
        if (decision.equals("aside")) {
            readings.setAside(row);
            return next(row, "The row was set aside");
        }
        var inquiry = inquiries.whole(reading.inquiry());
        var errors = new FormErrors();
        var on = Parts.day(typed, "on", errors);
        var meeting = meetings.of(inquiry.committee()).stream()
                .map(Meeting::id)
                .filter(each -> each.toString().equals(Parts.text(typed, "meeting")))
                .findFirst()
                .orElse(null);
        errors.addIf(
                        Parts.text(typed, "number").isEmpty()
                                || Parts.text(typed, "number").length() > 20,
                        "number",
                        "Enter a number of at most 20 characters")
                .addIf(
                        Parts.text(typed, "words").length() < 3
                                || Parts.text(typed, "words").length() > 8_000,
                        "words",
                        "Enter 3 to 8,000 characters")
                .addIf(Parts.text(typed, "targets").length() > 1_000, "targets", "Use at most 1,000 characters")
                .addIf(Parts.text(typed, "evidence").length() > 20_000, "evidence", "Use at most 20,000 characters")
                .addIf(Parts.text(typed, "author").isEmpty(), "author", "Enter whose words the evidence is")
                .addIf(
                        !Parts.text(typed, "assessment").isEmpty() && meeting == null,
                        "meeting",
                        "Choose the meeting at which the category was given, or empty the category")
                .throwIfAny();
        var added = readings.take(
                row,
                inquiry,
                reading.name(),
                new Taken(
                        Parts.text(typed, "number"),
                        Parts.text(typed, "words"),
                        Parts.text(typed, "responsible"),
                        Parts.text(typed, "targets"),
                        Parts.text(typed, "assessment"),
                        meeting,
                        Parts.text(typed, "concluded"),
                        Parts.text(typed, "evidence"),
                        on,
                        Parts.text(typed, "author")));
        return next(row, added ? "The row was added to the recommendation" : "The recommendation was entered");
    }

    /** To the next row that waits. */
    private ModelAndView next(Row row, String sentence) {
        var next = readings.rows(row.reading()).stream()
                .filter(each -> each.state().equals("waiting"))
                .findFirst();
        return Pages.done(
                next.map(each -> "/oversight/readings/rows/" + each.id())
                        .orElse("/oversight/readings/" + row.reading()),
                sentence);
    }
}
