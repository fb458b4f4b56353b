package lantern.oversight.committee;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.calendar.London;
import lantern.oversight.entering.Setting;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Meeting;
import lantern.oversight.pages.AskPage;
import lantern.oversight.pages.PaperFiles;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage;
import lantern.oversight.pages.ReadPage.Part;
import lantern.oversight.programme.ListParts;
import lantern.oversight.programme.Lists;
import lantern.platform.web.Pages;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
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

/** A committee with its names, its meetings and its lists; its work programme. */
@Controller
@Transactional
class CommitteeController {
    private final Access access;
    private final Committees committees;
    private final ListParts lists;
    private final Setting setting;
    private final Forms forms;
    private final Clock clock;

    CommitteeController(
            Access access, Committees committees, ListParts lists, Setting setting, Forms forms, Clock clock) {
        this.access = access;
        this.committees = committees;
        this.lists = lists;
        this.setting = setting;
        this.forms = forms;
        this.clock = clock;
    }

    private LocalDate today() {
        return London.date(clock.instant());
    }

    @GetMapping("/oversight/committees")
    ModelAndView all() {
        var actor = access.require(Permission.READ_OVERSIGHT);
        var day = today();
        var parts = new ArrayList<Part>();
        var all = committees.all();
        if (all.isEmpty()) parts.add(Parts.words(null, "There is no committee yet."));
        else
            parts.add(new Part(
                    null,
                    Table.of("Committees")
                            .captionHidden()
                            .stacks()
                            .head("Committee", "Next meeting", "Papers go out")
                            .rows(all, each -> {
                                var next = each.meetings().stream()
                                        .filter(meeting -> !meeting.on().isBefore(day))
                                        .findFirst();
                                return List.of(
                                        Link.to("/oversight/committees/" + each.id(), each.name(day)),
                                        Text.of(next.map(it -> London.day(it.on()))
                                                .orElse("None")),
                                        Text.of(next.map(it -> London.day(it.sendOut()))
                                                .orElse("")));
                            })));
        if (actor.may(Permission.WRITE_OVERSIGHT))
            parts.add(new Part(null, Parts.links(Link.to("/oversight/committees/new", "Add a committee"))));
        return Pages.page("oversight/pages/read", new ReadPage("Committees", "/oversight", parts, null));
    }

    @GetMapping("/oversight/committees/{id}")
    ModelAndView one(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_OVERSIGHT);
        var writes = actor.may(Permission.WRITE_OVERSIGHT);
        var it = committees.one(id);
        var parts = new ArrayList<Part>();
        parts.add(new Part(
                null,
                SummaryList.of()
                        .row("Called", names(it.names()))
                        .row(
                                "Next meeting",
                                it.meetings().stream()
                                        .filter(each -> !each.on().isBefore(today()))
                                        .findFirst()
                                        .map(each -> London.day(each.on()) + ", papers go out by "
                                                + London.day(each.sendOut()))
                                        .orElse("None is set"))));
        parts.add(PaperFiles.part("/oversight/committees/" + id + "/work-programme", "Work programme"));
        parts.add(PaperFiles.part("/oversight/committees/" + id + "/governance", "Who answers to whom"));
        var links = new ArrayList<Link>();
        if (writes) {
            links.add(Link.to("/oversight/committees/" + id + "/meetings/new", "Add a meeting"));
            links.add(Link.to("/oversight/committees/" + id + "/inquiries/new", "Add an inquiry"));
            links.add(Link.to("/oversight/committees/" + id + "/name/new", "The committee has another name"));
        }
        if (writes) parts.add(new Part(null, Parts.links(links.toArray(Link[]::new))));
        parts.add(new Part("Meetings", meetings(it.meetings())));
        var inquiries = committees.inquiries(id);
        if (!inquiries.isEmpty())
            parts.add(new Part(
                    "Inquiries",
                    Parts.links(inquiries.stream()
                            .map(each -> Link.to("/oversight/inquiries/" + each.id(), each.title()))
                            .toArray(Link[]::new))));
        parts.addAll(lists.of(Lists.on("committee"), id, writes));
        return Pages.page("oversight/pages/read", new ReadPage(it.name(today()), "/oversight/committees", parts, null));
    }

    private static String names(List<Inquiry.Name> names) {
        return names.stream()
                .map(each -> each.name() + " from " + London.day(each.from()))
                .collect(Collectors.joining("; "));
    }

    private static gg.jte.Content meetings(List<Meeting> meetings) {
        if (meetings.isEmpty()) return Parts.text("No meeting is set.");
        return Table.of("Meetings")
                .captionHidden()
                .stacks()
                .head("Meeting", "Time", "Place", "Papers go out by")
                .rows(
                        meetings.reversed(),
                        each -> List.of(
                                Link.to("/oversight/meetings/" + each.id(), London.day(each.on())),
                                Text.of(each.startsAt()),
                                Text.of(each.place()),
                                Text.of(London.day(each.sendOut()))));
    }

    @GetMapping("/oversight/committees/{id}/work-programme")
    ModelAndView programme(@PathVariable UUID id) {
        access.require(Permission.READ_OVERSIGHT);
        return PaperFiles.page(
                committees.programme(id, today()).document(),
                "/oversight/committees/" + id,
                "/oversight/committees/" + id + "/work-programme",
                "Work programme");
    }

    @GetMapping("/oversight/committees/{id}/work-programme/{extension}")
    ResponseEntity<byte[]> programmeFile(@PathVariable UUID id, @PathVariable String extension) {
        access.require(Permission.READ_OVERSIGHT);
        return PaperFiles.file(committees.programme(id, today()).document(), extension, "work-programme");
    }

    @GetMapping("/oversight/committees/{id}/governance")
    ModelAndView governance(@PathVariable UUID id) {
        access.require(Permission.READ_OVERSIGHT);
        var at = "/oversight/committees/" + id;
        return PaperFiles.page(committees.governance(id, today()), at, at + "/governance", "Who answers to whom");
    }

    @GetMapping("/oversight/committees/{id}/governance/{extension}")
    ResponseEntity<byte[]> governanceFile(@PathVariable UUID id, @PathVariable String extension) {
        access.require(Permission.READ_OVERSIGHT);
        return PaperFiles.file(committees.governance(id, today()), extension, "governance");
    }

    @GetMapping("/oversight/committees/new")
    ModelAndView ask(HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        return named("Add a committee", "Committees", "/oversight/committees", "/oversight/committees", request);
    }

    @GetMapping("/oversight/committees/{id}/name/new")
    ModelAndView askName(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.WRITE_OVERSIGHT);
        return named(
                "The committee has another name",
                committees.one(id).name(today()),
                "/oversight/committees/" + id,
                "/oversight/committees/" + id + "/name",
                request);
    }

    private ModelAndView named(String title, String about, String back, String action, HttpServletRequest request) {
        var form = forms.load(request);
        return Pages.page(
                "oversight/pages/ask",
                new AskPage(
                        title,
                        about,
                        back,
                        form,
                        null,
                        List.of(
                                Input.of("name", "Name of the committee").from(form),
                                DateInput.of("from", "From which day is it called so?")
                                        .hint("For example, 27 3 2026")
                                        .from(form)),
                        action,
                        "Save"));
    }

    @PostMapping("/oversight/committees")
    ModelAndView add(@RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        var from = checked(typed);
        return Pages.done(
                "/oversight/committees/" + setting.committee(Parts.text(typed, "name"), from),
                "The committee was added");
    }

    @PostMapping("/oversight/committees/{id}/name")
    ModelAndView rename(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        access.require(Permission.WRITE_OVERSIGHT);
        committees.one(id);
        setting.rename(id, Parts.text(typed, "name"), checked(typed));
        return Pages.done("/oversight/committees/" + id, "The new name was recorded");
    }

    private static LocalDate checked(Map<String, String> typed) {
        var errors = new FormErrors();
        var name = Parts.text(typed, "name");
        errors.addIf(name.length() < 3 || name.length() > 200, "name", "Enter a name of 3 to 200 characters");
        var from = Parts.day(typed, "from", errors);
        errors.throwIfAny();
        return from;
    }
}
