package lantern.meetings.invitation;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.audit.Ledger;
import lantern.children.Children;
import lantern.meetings.Invite;
import lantern.meetings.MeetingKind;
import lantern.meetings.form.MeetingForm;
import lantern.meetings.form.Offered;
import lantern.meetings.meeting.Meeting;
import lantern.meetings.meeting.MeetingRows;
import lantern.platform.appointments.CalendarFile;
import lantern.platform.web.Pages;
import lantern.platform.web.PublicUrl;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Select;
import lantern.platform.web.forms.Forms;
import lantern.platform.web.forms.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Invites one more, withdraws an invitation, and gives the meeting to a calendar. */
@Controller
@Transactional
@RequestMapping("/meetings/{id}")
class InvitationController {
    private final Invitations invitations;
    private final MeetingRows rows;
    private final Children children;
    private final Offered offered;
    private final Forms forms;
    private final Access access;
    private final Ledger ledger;
    private final PublicUrl address;
    private final Clock clock;

    InvitationController(
            Invitations invitations,
            MeetingRows rows,
            Children children,
            Offered offered,
            Forms forms,
            Access access,
            Ledger ledger,
            PublicUrl address,
            Clock clock) {
        this.invitations = invitations;
        this.rows = rows;
        this.children = children;
        this.offered = offered;
        this.forms = forms;
        this.access = access;
        this.ledger = ledger;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/invitations/new")
    ModelAndView form(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var meeting = rows.led(id);
        var form = forms.load(request);
        var parts = new LinkedHashMap<String, String>();
        for (var part : MeetingKind.Part.values()) parts.put(part.code, part.words);
        var questions = new ArrayList<Content>();
        questions.add(Select.of("part", "As what do they come?")
                .choose("Choose")
                .items(parts)
                .from(form));
        questions.add(Select.of("person", "Somebody who uses Lantern")
                .choose("Nobody of the list")
                .items(offered.peopleNames())
                .from(form));
        questions.add(Select.of("agency", "Or an agency, or somebody of it")
                .choose("None of the list")
                .items(offered.agencyNames())
                .from(form));
        questions.add(Input.of("name", "Name and post, when it is somebody who does not use Lantern (optional)")
                .from(form));
        questions.add(Input.of("email", "Their e-mail address (optional)")
                .type("email")
                .from(form));
        var about = children(id);
        if (about.size() > 1)
            questions.add(Select.of("only", "Are they invited about one child only?")
                    .choose("About all children of the meeting")
                    .items(about)
                    .from(form));
        return MeetingForm.page(
                meeting,
                "Invite somebody else",
                form,
                "An agency that is invited sees the child's record from now on, as far as its sharing agreement says.",
                questions,
                "invitations",
                "Invite");
    }

    private Map<String, String> children(UUID meeting) {
        var ids = rows.children(meeting).stream().map(Meeting.OfChild::child).toList();
        for (var id : ids) ledger.look(id, "identity");
        var names = new LinkedHashMap<String, String>();
        for (var child : children.findAll(ids)) names.put(child.id().toString(), child.name());
        return names;
    }

    @PostMapping("/invitations")
    ModelAndView invite(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        rows.led(id);
        var typed = new Typed(request, clock.instant());
        var parts = new ArrayList<String>();
        for (var part : MeetingKind.Part.values()) parts.add(part.code);
        var part = typed.choice("part", parts, "Say as what they come");
        var person = offered.people().stream()
                .filter(each -> each.id().toString().equals(typed.optional("person")))
                .findFirst();
        var agency = offered.agencies().stream()
                .filter(each -> each.id().toString().equals(typed.optional("agency")))
                .findFirst();
        var name = typed.optional("name");
        if (name != null && name.length() > 200) typed.wrong("name", "Use at most 200 characters");
        var email = typed.optional("email");
        if (email != null && (email.length() > 254 || !email.matches("[^@\\s<>,;]+@[^@\\s<>,;]+\\.[^@\\s<>,;]+")))
            typed.wrong("email", "Enter an e-mail address like name@agency.example");
        if (person.isEmpty() && agency.isEmpty() && name == null) typed.wrong("person", "Say who is invited");
        var only = typed.optional("only");
        if (only != null && !children(id).containsKey(only)) typed.wrong("only", "Choose one of the children");
        typed.check();
        var about = only == null ? null : UUID.fromString(only);
        invitations.invite(
                id,
                person.isPresent()
                        ? new Invite(
                                MeetingKind.Part.of(part),
                                person.get().agency(),
                                person.get().id(),
                                person.get().name(),
                                null,
                                about)
                        : new Invite(
                                MeetingKind.Part.of(part),
                                agency.map(Offered.Agency::id).orElse(null),
                                null,
                                name != null ? name : agency.orElseThrow().name(),
                                email,
                                about));
        return Pages.done("/meetings/" + id, "They are invited.");
    }

    @GetMapping("/invitations")
    ModelAndView withdrawalForm(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        var meeting = rows.led(id);
        var form = forms.load(request);
        var guests = new LinkedHashMap<String, String>();
        for (var each : invitations.current(id))
            guests.put(each.id().toString(), each.name() + ", " + each.part().words);
        return MeetingForm.page(
                meeting,
                "Withdraw an invitation",
                form,
                "They are told by e-mail. Their agency no longer sees the child because of this meeting, unless somebody else of it is invited.",
                guests.isEmpty()
                        ? List.of()
                        : List.of(Radios.of("invited", "Whose?").items(guests).from(form)),
                "invitations/withdrawal",
                "Withdraw it");
    }

    @PostMapping("/invitations/withdrawal")
    ModelAndView withdraw(@PathVariable UUID id, HttpServletRequest request) {
        access.require(Permission.HOLD_MEETINGS);
        rows.led(id);
        var typed = new Typed(request, clock.instant());
        var invited = typed.choice(
                "invited",
                invitations.current(id).stream()
                        .map(each -> each.id().toString())
                        .toList(),
                "Say whose invitation is withdrawn");
        typed.check();
        invitations.withdraw(id, UUID.fromString(invited));
        return Pages.done("/meetings/" + id, "The invitation is withdrawn.");
    }

    @GetMapping("/meeting.ics")
    ResponseEntity<String> calendar(@PathVariable UUID id) {
        access.require(Permission.READ_MEETINGS);
        var meeting = rows.find(id);
        for (var each : rows.children(id)) ledger.look(each.child(), "meeting");
        return file(meeting, meeting.version(), meeting.cancelledAt() != null, address)
                .answer(clock.instant(), "meeting");
    }

    /** Names no child: it stands in calendars that others can read. */
    static CalendarFile file(Meeting meeting, int version, boolean cancelled, PublicUrl address) {
        return new CalendarFile(
                meeting.id(),
                version,
                meeting.kind().words,
                meeting.startsAt(),
                meeting.length(),
                meeting.place(),
                address.told().isEmpty() ? null : address.told() + "/meetings/" + meeting.id(),
                cancelled);
    }
}
