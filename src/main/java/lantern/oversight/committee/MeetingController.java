package lantern.oversight.committee;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.cabinet.CabinetReports;
import lantern.oversight.entering.Setting;
import lantern.oversight.pages.AskPage;
import lantern.oversight.pages.PaperFiles;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage;
import lantern.oversight.pages.ReadPage.Part;
import lantern.oversight.papers.AgendaPack;
import lantern.oversight.papers.MeetingPapers;
import lantern.oversight.papers.Plans;
import lantern.oversight.papers.ProgressReport;
import lantern.oversight.programme.ListParts;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Programme;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.documents.Document;
import lantern.platform.documents.Document.Reader;
import lantern.platform.documents.Format;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.forms.FormErrors;
import lantern.platform.web.forms.Forms;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A meeting: its agenda and pack before it, its action notes after it. */
@Controller
@Transactional
class MeetingController {
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private final Access access;
    private final Committees committees;
    private final Programme programme;
    private final ListParts lists;
    private final Setting setting;
    private final Plans plans;
    private final CabinetReports reports;
    private final Forms forms;
    private final Clock clock;

    MeetingController(
            Access access,
            Committees committees,
            Programme programme,
            ListParts lists,
            Setting setting,
            Plans plans,
            CabinetReports reports,
            Forms forms,
            Clock clock) {
        this.access = access;
        this.committees = committees;
        this.programme = programme;
        this.lists = lists;
        this.setting = setting;
        this.plans = plans;
        this.reports = reports;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/oversight/committees/{id}/meetings/new")
    ModelAndView ask(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var form = forms.load(request).or(Map.of("time", "14:00"));
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "Add a meeting",
                        committees.one(id).name(London.date(clock.instant())),
                        "/oversight/committees/" + id,
                        form,
                        "Lantern works out when the papers go out: five clear working days before.",
                        List.of(
                                DateInput.of("on", "On which day?")
                                        .hint("For example, 24 3 2027")
                                        .from(form),
                                Input.of("time", "At what time?")
                                        .hint("For example, 14:00")
                                        .width(5)
                                        .from(form),
                                Input.of("place", "Where? (optional)").from(form)),
                        "/oversight/committees/" + id + "/meetings",
                        "Add the meeting"));
    }

    @PostMapping("/oversight/committees/{id}/meetings")
    ModelAndView add(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        committees.one(id);
        var errors = new FormErrors();
        var on = Parts.day(typed, "on", errors);
        var time = Parts.text(typed, "time");
        errors.addIf(!time.matches(TIME), "time", "Enter a time, like 14:00").throwIfAny();
        var meeting = setting.meeting(id, on, time, Parts.text(typed, "place"));
        return Pages.done("/oversight/meetings/" + meeting, "The meeting was added");
    }

    @GetMapping("/oversight/meetings/{id}")
    ModelAndView one(@PathVariable UUID id) {
        var writes = access.require(Permission.READ_OVERSIGHT).may(Permission.WRITE_OVERSIGHT);
        var held = committees.meeting(id);
        var meeting = held.meeting();
        var at = "/oversight/meetings/" + id;
        var facts = SummaryList.of()
                .row("Committee", meeting.committeeName())
                .row("Time", meeting.startsAt() + (held.endedAt().isBlank() ? "" : " to " + held.endedAt()))
                .row("Place", meeting.place().isBlank() ? "To be confirmed" : meeting.place())
                .row("Papers go out by", London.day(meeting.sendOut()));
        var missed = papers(id).unaccounted();
        if (!missed.isEmpty()) facts = facts.row("Neither there nor excused", String.join(", ", missed));
        var links = new ArrayList<Link>();
        links.add(Link.to(at + "/pack/members", "Agenda pack for members (PDF)").attribute("download", "pack.pdf"));
        links.add(
                Link.to(at + "/pack/public", "Agenda pack for the public (PDF)").attribute("download", "pack.pdf"));
        if (writes) links.add(Link.to(at + "/end/new", "The meeting ended at"));
        var parts = new ArrayList<Part>();
        parts.add(new Part(null, facts));
        parts.add(PaperFiles.part(at + "/action-notes", "Action notes"));
        parts.add(new Part(null, Parts.links(links.toArray(Link[]::new))));
        parts.addAll(lists.of(Lists.on("meeting"), id, writes));
        return Pages.page(
                "oversight/pages/read",
                new ReadPage(
                        "Meeting of " + London.day(meeting.on()),
                        "/oversight/committees/" + meeting.committee(),
                        parts,
                        null));
    }

    @GetMapping("/oversight/meetings/{id}/end/new")
    ModelAndView askEnd(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        var held = committees.meeting(id);
        var form = forms.load(request).or(Map.of("time", held.endedAt()));
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        "When did the meeting end?",
                        "Meeting of " + London.day(held.meeting().on()),
                        "/oversight/meetings/" + id,
                        form,
                        null,
                        List.of(Input.of("time", "Time")
                                .hint("For example, 16:12")
                                .width(5)
                                .from(form)),
                        "/oversight/meetings/" + id + "/end",
                        "Save"));
    }

    @PostMapping("/oversight/meetings/{id}/end")
    ModelAndView end(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        committees.meeting(id);
        var time = Parts.text(typed, "time");
        new FormErrors()
                .addIf(!time.matches(TIME), "time", "Enter a time, like 16:12")
                .throwIfAny();
        committees.ended(id, time);
        return Pages.done("/oversight/meetings/" + id, "The end was recorded");
    }

    private MeetingPapers papers(UUID id) {
        return committees.papers(committees.meeting(id), London.date(clock.instant()));
    }

    @GetMapping("/oversight/meetings/{id}/action-notes")
    ModelAndView notes(@PathVariable UUID id) {
        access.require(Permission.READ_OVERSIGHT);
        var at = "/oversight/meetings/" + id;
        return PaperFiles.page(papers(id).notes(), at, at + "/action-notes", "Action notes");
    }

    @GetMapping("/oversight/meetings/{id}/action-notes/{extension}")
    ResponseEntity<byte[]> notesFile(@PathVariable UUID id, @PathVariable String extension) {
        access.require(Permission.READ_OVERSIGHT);
        return PaperFiles.file(papers(id).notes(), extension, "action-notes");
    }

    @GetMapping("/oversight/meetings/{id}/pack/{reader}")
    ResponseEntity<byte[]> pack(@PathVariable UUID id, @PathVariable String reader) {
        access.require(Permission.READ_OVERSIGHT);
        var papers = papers(id);
        var whose = reader.equals("public") ? Reader.PUBLIC : Reader.MEMBERS;
        var all = new LinkedHashMap<Row, List<Document>>();
        for (var item : papers.agenda()) {
            var own = papersOf(item, papers, whose);
            if (!own.isEmpty()) all.put(item, own);
        }
        return PaperFiles.bytes(
                AgendaPack.of(papers, all, whose),
                Format.PDF,
                "pack-" + papers.meeting().on());
    }

    /** Of an exempt item the public gets a page that says why it is exempt, and nothing else. */
    private List<Document> papersOf(Row item, MeetingPapers papers, Reader reader) {
        var day = papers.meeting().on();
        var committee = papers.meeting().committee();
        if (!item.of("exempt").isBlank() && reader == Reader.PUBLIC) return List.of(MeetingPapers.item(item, day));
        return switch (item.of("paper")) {
            case "progress-report" -> reports(committee, day);
            case "action-plan" ->
                programme.rows(Lists.PLANS, committee).stream()
                        .map(plan -> plans.one(plan.id(), day).document())
                        .toList();
            case "cabinet-report" -> reports.considered(committee, day);
            case "work-programme" ->
                List.of(committees.programme(committee, day).document());
            default -> item.of("exempt").isBlank() ? List.of() : List.of(MeetingPapers.item(item, day));
        };
    }

    private List<Document> reports(UUID committee, LocalDate day) {
        return committees.inquiries(committee).stream()
                .map(each -> ProgressReport.of(each, day))
                .toList();
    }
}
