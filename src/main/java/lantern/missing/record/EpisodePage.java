package lantern.missing.record;

import gg.jte.Content;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.access.Withheld;
import lantern.calendar.London;
import lantern.missing.counters.Pattern;
import lantern.missing.episode.Considered;
import lantern.missing.episode.Told;
import lantern.missing.letter.Letter;
import lantern.missing.log.Entry;
import lantern.missing.log.InformedList;
import lantern.missing.meeting.EpisodeMeetings;
import lantern.missing.plan.ReturnPlan;
import lantern.missing.record.EpisodeView.LogEntry;
import lantern.platform.web.Page;
import lantern.platform.web.Words;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import lantern.timescales.Timescale;
import org.jspecify.annotations.Nullable;

/** What the page of one episode shows. {@code mayWrite} and {@code mayClose} decide which doors are offered, never what is allowed. */
public record EpisodePage(
        EpisodeView.Whole whole,
        List<NextStep> next,
        List<Timescale> done,
        List<String> stillToTell,
        boolean mayWrite,
        boolean mayClose,
        boolean mayMerge,
        boolean mayWorkInbox,
        boolean mayReadMeetings,
        boolean mayHoldMeetings,
        Around around,
        Withheld withheld,
        Instant now)
        implements Page {
    /** What stands around the episode: the child's pattern, meetings, the plan for the return, letters, and whose child it is. */
    public record Around(
            Pattern pattern,
            List<EpisodeMeetings.OfEpisode> meetings,
            @Nullable ReturnPlan plan,
            List<Letter> letters,
            @Nullable String responsibleAuthority,
            @Nullable String hostAuthority) {}

    @Override
    public String title() {
        return episode().childName() + ": missing episode";
    }

    @Override
    public String back() {
        return "/missing";
    }

    public String ask() {
        return Withheld.ask(null);
    }

    public EpisodeView episode() {
        return whole.episode();
    }

    public String path(String noun) {
        return "/missing/episodes/" + episode().id() + "/" + noun;
    }

    public List<String> identity() {
        var age = Words.age(episode().born(), now);
        var born = episode().born();
        return Stream.of(
                        age == null ? "age not known" : "aged " + age,
                        born == null ? "" : "born " + London.day(born),
                        episode().childReference(),
                        episode().lookedAfter() ? "looked after" : "")
                .filter(fact -> !fact.isEmpty())
                .toList();
    }

    /** How things stand now, in one line. */
    public String state() {
        var it = episode();
        var since = "missing since " + London.when(it.missingSince(), now);
        return switch (it.stage()) {
            case "open" ->
                "Missing since " + London.when(it.missingSince(), now) + ", " + Words.elapsed(it.missingSince(), now);
            case "located" ->
                "Found " + London.when(Objects.requireNonNull(it.locatedAt()), now) + " and not yet back, " + since;
            case "returned" -> "Back since " + London.when(Objects.requireNonNull(it.returnedAt()), now) + ", " + since;
            case "closed" ->
                "Closed: missing for "
                        + Words.elapsed(it.missingSince(), Objects.requireNonNull(it.locatedAt()))
                        + " from " + London.dateTime(it.missingSince());
            case "merged" -> "Merged into another episode of the same absence";
            default -> "Recorded in error: " + it.voidBecause();
        };
    }

    public Tag stageTag() {
        return switch (episode().stage()) {
            case "open" -> Tag.of("Missing").red();
            case "located" -> Tag.of("Found, not back").colour("orange");
            case "returned" -> Tag.of("Returned").colour("blue");
            case "closed" -> Tag.of("Closed").grey();
            case "merged" -> Tag.of("Merged").grey();
            default -> Tag.of("Recorded in error").grey();
        };
    }

    public boolean live() {
        return List.of("open", "located", "returned").contains(episode().stage());
    }

    /** What keeps the episode from being closed, in words; empty when it can be. */
    public List<String> beforeClosing() {
        var interview = whole.interviews().stream()
                        .anyMatch(each ->
                                each.outcome() != null && !each.outcome().equals("withdrawn"))
                ? List.<String>of()
                : List.of("Record what became of the return interview.");
        var tell = episode().lookedAfter() && !stillToTell.isEmpty()
                ? List.of("Record that these were told the child is back: " + String.join(", ", stillToTell) + ".")
                : List.<String>of();
        return Stream.concat(interview.stream(), tell.stream()).toList();
    }

    public Table clocks() {
        return Table.of("Timescales that are running")
                .captionHidden()
                .head("What", "Due", "Met by", "Do it")
                .stacks()
                .rows(next, step -> {
                    var clock = step.timescale();
                    Content tag = Tag.of(clock.state().words).colour(clock.state().colour);
                    return List.of(
                            new Lines(Text.of(clock.title()), clock.limit()),
                            new Lines(tag, clock.due() == null ? clock.dueWords() : "due " + clock.dueWords()),
                            Text.of(clock.metBy()),
                            step.href() == null || step.action() == null || !may(step)
                                    ? Text.of("")
                                    : Link.to(step.href(), step.action()));
                });
    }

    private boolean may(NextStep step) {
        return step.isMeeting() ? mayHoldMeetings : mayWrite;
    }

    public Table doneClocks() {
        return Table.of("Timescales that have ended")
                .captionHidden()
                .head("What", "How it ended")
                .stacks()
                .rows(
                        done,
                        clock -> List.of(
                                Text.of(clock.title()),
                                new Lines(
                                        Tag.of(clock.state().words).colour(clock.state().colour),
                                        clock.metAt() != null
                                                ? London.when(clock.metAt(), now)
                                                        + (clock.due() == null ? "" : ", was due " + clock.dueWords())
                                                : Objects.requireNonNullElse(clock.reason(), ""))));
    }

    public SummaryList facts() {
        var it = episode();
        var facts = SummaryList.of()
                .row("Missing from", Words.of(it.missingFrom()) + (it.placement() == null ? "" : ": " + it.placement()))
                .row("Missing since", London.dateTime(it.missingSince()))
                .row("Last seen", join(it.lastSeenPlace(), it.lastSeenBy() == null ? null : "by " + it.lastSeenBy()))
                .row("Circumstances", it.circumstances())
                .row("Out of character", it.outOfCharacter() == null ? null : it.outOfCharacter() ? "Yes" : "No")
                .row("Police reference", it.policeReference())
                .row("Allocated worker", it.worker())
                .row("Opened", London.dateTime(it.openedAt()) + (it.openedBy() == null ? "" : " by " + it.openedBy()));
        var foundAt = it.locatedAt();
        if (foundAt == null) return facts;
        var foundBy = it.locatedBy() == null ? null : "by " + it.locatedBy();
        facts = facts.row("Found", join(London.dateTime(foundAt), it.locatedPlace(), foundBy, it.locatedHow()));
        var returnedAt = it.returnedAt();
        if (returnedAt == null) return facts;
        var kinds = it.harmKinds().stream()
                .map(each -> Words.of(each).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
        var harm = it.harm() == null && it.harmNote() == null ? null : join(Words.of(it.harm()), kinds, it.harmNote());
        var considered = it.considered().stream()
                .map(each -> Considered.of(each).words())
                .collect(Collectors.joining("; "));
        facts = facts.row("Returned", join(London.dateTime(returnedAt), it.returnedTo()))
                .row("Harm", harm);
        if (it.review() == null) return facts;
        return facts.row("Review", it.review())
                .row("Considered at the review", considered.isEmpty() ? "Nothing was ticked" : considered);
    }

    public Table log() {
        return Table.of("Log, newest first")
                .captionHidden()
                .head("Happened", "What", "Recorded")
                .stacks()
                .rows(
                        whole.log(),
                        entry -> List.of(
                                Text.of(London.when(entry.happenedAt(), now)),
                                new Lines(Text.of(what(entry)), entry.words()),
                                new Lines(
                                        Text.of(Objects.requireNonNullElse(entry.by(), "Not known")),
                                        join(entry.agency(), London.when(entry.recordedAt(), now)))));
    }

    public Content meeting(EpisodeMeetings.OfEpisode meeting) {
        var words = meeting.words(now);
        return new Lines(
                mayReadMeetings ? Link.to("/meetings/" + meeting.id(), words) : Text.of(words), meeting.actions());
    }

    public InformedList informed() {
        return InformedList.of(whole.log());
    }

    public Table informedTable() {
        return informed().table(now, episode().locatedAt() != null, mayWrite ? path("informed/new?of=return") : null);
    }

    public String other(EpisodeView.Overlap overlap) {
        return "the one from " + London.dateTime(overlap.missingSince())
                + (overlap.end() == null ? ", still open" : " to " + London.dateTime(overlap.end()));
    }

    public String interview(EpisodeView.Interview interview) {
        return "Referred " + London.when(interview.referredAt(), now)
                + (interview.outcome() == null
                        ? ", still to be held"
                        : ": " + Words.of(interview.outcome()).toLowerCase(Locale.ROOT))
                + (interview.reason() == null ? "" : " (" + interview.reason() + ")");
    }

    /** Who does not work the inbox reads a notification on a page of its own. */
    public String notificationPath(EpisodeView.Notified notification) {
        return (mayWorkInbox ? "/inbox/" : "/notifications/") + notification.id();
    }

    public String notification(EpisodeView.Notified notified) {
        return Words.of(notified.kind()) + " report from " + notified.agency() + ", made "
                + London.when(notified.reportedAt(), now)
                + (notified.saidAt() == null ? "" : "; gives the time as " + London.when(notified.saidAt(), now));
    }

    public String when(Instant at) {
        return London.dateTime(at);
    }

    private static String what(LogEntry entry) {
        return switch (entry.kind()) {
            case "informed" -> "Told that the child is missing: " + Told.of(about(entry)).words;
            case "informed-of-return" -> "Told that the child is back: " + Told.of(about(entry)).words;
            case "classified" -> classified(about(entry));
            case "corrected" -> "Corrected: " + about(entry);
            case "merged" -> "Merged with another episode";
            case "unmerged" -> "Merge undone";
            default -> Entry.Kind.of(entry.kind()).words;
        };
    }

    private static String classified(String axisAndValue) {
        var value = axisAndValue.substring(axisAndValue.indexOf('=') + 1);
        return switch (axisAndValue.substring(0, axisAndValue.indexOf('='))) {
            case "dfe" ->
                "National return code: "
                        + (value.equals("M") ? "M, whereabouts unknown" : "A, away without authorisation");
            case "police-category" -> "Police category: " + value;
            default -> "Police risk: " + Words.of(value).toLowerCase(Locale.ROOT);
        };
    }

    private static String about(LogEntry entry) {
        return Objects.requireNonNullElse(entry.about(), "");
    }

    private static String join(@Nullable String... parts) {
        return Arrays.stream(parts)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
