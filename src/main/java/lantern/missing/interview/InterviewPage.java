package lantern.missing.interview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.Words;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import lantern.timescales.Timescale;

/** One return interview: how it stands, what to do next, every contact, and, for the few who may, what the child said. */
public record InterviewPage(
        InterviewView.Whole whole,
        List<Timescale> clocks,
        boolean mayWrite,
        boolean mayReadNarrative,
        boolean mayFile,
        boolean mayRaise,
        Instant now)
        implements Page {

    @Override
    public String title() {
        return it().childName() + ": return interview";
    }

    @Override
    public String back() {
        return "/missing/interviews";
    }

    public InterviewView it() {
        return whole.interview();
    }

    public String path(String noun) {
        return "/missing/interviews/" + it().id() + "/" + noun;
    }

    public boolean open() {
        return it().outcome() == null;
    }

    public boolean held() {
        return "held".equals(it().outcome());
    }

    public boolean sent() {
        return whole.contacts().stream().anyMatch(each -> each.kind().equals("feedback-sent"));
    }

    public boolean filed() {
        return whole.contacts().stream().anyMatch(each -> each.kind().equals("feedback-filed"));
    }

    public Tag triage() {
        return Ratings.tag(it().triage());
    }

    public String identity() {
        var age = Words.age(it().born(), now);
        return (age == null ? "age not known" : "aged " + age) + " · " + it().childReference()
                + (it().lookedAfter() ? " · looked after" : "");
    }

    public String state() {
        var outcome = it().outcome();
        if (outcome != null)
            return Words.of(outcome) + " on " + London.dateTime(Objects.requireNonNull(it().outcomeAt()))
                    + (it().reason() == null ? "" : ": " + it().reason())
                    + (held() && !sent() ? ". The feedback form is still to be sent." : "");
        if (it().acceptedAt() != null) return "Accepted, still to be held";
        return whole.contacts().isEmpty() ? "Nobody has tried to reach the child yet" : "Contacted, still to be held";
    }

    /** An appointment was made, and stands or was cancelled: a calendar takes either. */
    public boolean hasAppointment() {
        return open()
                && whole.contacts().stream()
                        .anyMatch(each -> each.kind().equals("appointment") && each.meetsAt() != null);
    }

    public Table timescales() {
        return Table.of("Timescales")
                .captionHidden()
                .head("What", "Due", "Met by")
                .stacks()
                .rows(
                        clocks,
                        clock -> List.of(
                                new Lines(Text.of(clock.title()), clock.limit()),
                                new Lines(Tag.of(clock.state().words).colour(clock.state().colour), clock.dueWords()),
                                Text.of(clock.metBy())));
    }

    public Table contacts() {
        return Table.of("Contacts, newest first")
                .captionHidden()
                .head("When", "What", "By")
                .stacks()
                .rows(
                        whole.contacts(),
                        each -> List.of(
                                Text.of(London.when(each.at(), now)),
                                new Lines(
                                        Text.of(CONTACTS.getOrDefault(each.kind(), each.kind()) + ", "
                                                + how(each.how())),
                                        more(each)),
                                Text.of(Objects.requireNonNullElse(each.by(), "Not known"))));
    }

    private static String more(InterviewView.Contact contact) {
        var words = new ArrayList<String>();
        if (contact.result() != null) words.add(Words.of(contact.result()));
        if (contact.meetsAt() != null)
            words.add("They meet " + London.dateTime(contact.meetsAt())
                    + (contact.place() == null ? "" : ", " + contact.place()));
        if (!contact.words().isBlank()) words.add(contact.words());
        return String.join(". ", words);
    }

    /** What follows from the rating, until the interview is resolved. */
    public String follows() {
        return it().triage() == null || !open() ? "" : Ratings.follows(it().triage()) + ".";
    }

    public Table ratings() {
        return Table.of("Ratings, newest first")
                .captionHidden()
                .head("When", "Rating", "By")
                .stacks()
                .rows(
                        whole.ratings(),
                        each -> List.of(
                                Text.of(London.when(each.at(), now)),
                                new Lines(Ratings.tag(each.rating()), each.reason()),
                                Text.of(Objects.requireNonNullElse(each.by(), "Not known"))));
    }

    public Table feedback() {
        return Table.of("Feedback form")
                .captionHidden()
                .head("For", "Sent", "What became of it")
                .stacks()
                .rows(
                        whole.feedback(),
                        each -> List.of(
                                Link.to("/missing/feedback/" + each.copy(), each.recipient()),
                                Text.of(London.when(each.sentAt(), now)),
                                Text.of(
                                        each.filedAt() != null
                                                ? "Filed " + London.when(each.filedAt(), now)
                                                : each.receivedAt() != null
                                                        ? "Received " + London.when(each.receivedAt(), now)
                                                        : "No receipt yet")));
    }

    public List<String> factors() {
        return whole.factors().stream().map(Said::factor).toList();
    }

    public Table recommendations() {
        return Table.of("Recommendations, and what was answered")
                .captionHidden()
                .head("For", "Recommended", "Answer")
                .stacks()
                .rows(
                        whole.recommendations(),
                        each -> List.of(
                                Text.of(Words.of(each.whom())),
                                Text.of(each.words()),
                                each.answer() != null
                                        ? new Lines(
                                                Text.of(Words.of(each.answer().code()) + ", "
                                                        + each.answer().by() + ", "
                                                        + London.when(
                                                                each.answer().at(), now)),
                                                each.answer().words())
                                        : mayFile
                                                ? Link.to(
                                                        path("recommendations/" + each.id() + "/answers/new"),
                                                        "Record the answer")
                                                : Text.of("None yet")));
    }

    public Table mentions() {
        return Table.of("Named in the interview")
                .captionHidden()
                .head("What", "Named", "Confirmed?")
                .stacks()
                .rows(
                        whole.mentions(),
                        each -> List.of(
                                Text.of(each.kindInWords()),
                                Text.of(each.words()),
                                each.decision() != null
                                        ? new Lines(
                                                Text.of((each.decision().equals("confirmed")
                                                                ? "Confirmed"
                                                                : "Set aside")
                                                        + ", "
                                                        + Objects.requireNonNullElse(each.decidedBy(), "not known")
                                                        + ", "
                                                        + London.when(Objects.requireNonNull(each.decidedAt()), now)),
                                                Objects.requireNonNullElse(each.because(), ""))
                                        : mayFile
                                                ? new Lines(
                                                        Text.of("Not yet confirmed"),
                                                        Link.to(
                                                                path("mentions/" + each.id() + "/decision"),
                                                                "Confirm it, or set it aside"))
                                                : Text.of("Not yet confirmed")));
    }

    public SummaryList record() {
        return SummaryList.of()
                .row("Where", it().heldWhere())
                .row("By", it().heldBy())
                .row(
                        "Independent of the child's care",
                        it().independent() == null ? null : it().independent() ? "Yes" : "No")
                .row("How", Words.of(it().method()))
                .row("How long", it().lastedMinutes() == null ? null : it().lastedMinutes() + " minutes")
                .row("Others present", it().present());
    }

    public SummaryList narrative() {
        var list = SummaryList.of();
        for (var line : Said.lines(Objects.requireNonNull(whole.narrative())).entrySet())
            if (!line.getKey().equals(Said.RECOMMENDATIONS)
                    || whole.recommendations().isEmpty()) list = list.row(line.getKey(), line.getValue());
        return list;
    }

    public String absence(InterviewView.Absence absence) {
        return "Missing since " + London.dateTime(absence.missingSince())
                + (absence.returnedAt() == null ? "" : ", back " + London.dateTime(absence.returnedAt()));
    }

    public List<String> indicators() {
        return whole.indicators().entrySet().stream()
                .map(each -> INDICATORS.getOrDefault(each.getKey(), each.getKey())
                        + (each.getValue().isBlank() ? "" : ": " + each.getValue()))
                .toList();
    }

    static String how(String code) {
        return Objects.requireNonNullElse(HOW.get(code), code).toLowerCase(Locale.ROOT);
    }

    public static final Map<String, String> CONTACTS = Ratings.words(
            "offered", "Interview offered",
            "attempt", "Tried to reach the child",
            "letter", "Letter and leaflet sent",
            "accepted", "The child accepted",
            "appointment", "Appointment made",
            "appointment-cancelled", "Appointment cancelled",
            "feedback-sent", "Feedback form sent",
            "feedback-filed", "Feedback form filed on the child's record");

    public static final Map<String, String> HOW = Ratings.words(
            "phone", "By phone",
            "visit", "By a visit",
            "letter", "By letter",
            "text", "By text message",
            "email", "By e-mail",
            "school", "At school",
            "other", "Another way");

    /** Red indicators (practice guidance v0.6, February 2016). */
    public static final Map<String, String> INDICATORS = Ratings.words(
            "more-than-two-episodes", "More than 2 episodes",
            "age", "Age",
            "exploitation", "Exploitation",
            "gang-affiliation", "Gang affiliation",
            "substance-misuse", "Substance misuse",
            "mental-health", "Mental health",
            "peer-association", "Peer association",
            "troubled-family", "Troubled family",
            "physical-disability", "Physical disability",
            "learning-disability", "Learning disability",
            "domestic-violence", "Domestic violence");
}
