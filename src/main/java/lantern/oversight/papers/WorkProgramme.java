package lantern.oversight.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lantern.oversight.dates.Target;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Meeting;
import lantern.oversight.inquiry.Progress;
import lantern.oversight.inquiry.Recommendation;
import lantern.oversight.programme.Listing;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.documents.Block;
import lantern.platform.documents.Block.Note;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Block.Section;
import lantern.platform.documents.Block.Table;
import lantern.platform.documents.Document;
import lantern.platform.documents.Value;

/**
 * Paper 3: what a committee is going to look at, when its papers go out, and what it still waits for.
 *
 * @param lists the committee's lists, by the list
 * @param actions of all its meetings
 */
public record WorkProgramme(
        String committee,
        List<Meeting> meetings,
        Map<Listing, List<Row>> lists,
        List<Row> actions,
        List<Inquiry> inquiries,
        LocalDate day) {

    public Document document() {
        return Document.of("Work programme: " + committee, day)
                .fact("Committee", committee)
                .fact("Date", Value.day(day).words())
                .with(
                        people(),
                        priorities(),
                        schedule(),
                        outstanding(),
                        followedUp(),
                        simple("Reports that come back", Lists.UPDATES),
                        simple("Visits", Lists.VISITS),
                        simple("Working groups", Lists.GROUPS),
                        simple("To be programmed", Lists.BACKLOG),
                        forwardPlan(),
                        abbreviations());
    }

    private List<Row> rows(Listing listing) {
        return lists.getOrDefault(listing, List.of());
    }

    private Section people() {
        var table = Table.of("Members and officers")
                .column("Capacity")
                .column("Who", 3)
                .column("Body", 2);
        var capacities = List.copyOf(Lists.SEATS.field("capacity").of().keySet());
        var seats = rows(Lists.SEATS).stream()
                .sorted(Comparator.comparing(seat -> capacities.indexOf(seat.of("capacity"))))
                .toList();
        for (var seat : seats) {
            var until = seat.day("until_on");
            if (until != null && until.isBefore(day)) continue;
            table = table.row(
                    Value.of(Lists.SEATS.words("capacity", seat)),
                    Value.of(seat.of("who")),
                    Value.orNone(seat.of("body")));
        }
        return Section.of("Members and officers", List.of(table));
    }

    private Section priorities() {
        var table = Table.of("Priorities of the year")
                .column("No.", 1)
                .column("Priority", 4)
                .column("Programmed for", 3)
                .column("Note", 3);
        for (var priority : rows(Lists.PRIORITIES)) {
            var when = rows(Lists.SESSIONS).stream()
                    .filter(session -> priority.id().equals(session.id("priority_id")))
                    .map(this::when)
                    .distinct()
                    .collect(Collectors.joining(", "));
            table = table.row(
                    Value.of(priority.of("place")),
                    Value.of(priority.of("title")),
                    Value.of(when.isEmpty() ? "Not programmed" : when),
                    Value.orNone(priority.of("note")));
        }
        return Section.of("Priorities", List.of(table));
    }

    private String when(Row session) {
        var meeting = meeting(session);
        return meeting != null
                ? Value.day(meeting.on()).words()
                : session.of("when_words").isBlank() ? "To be confirmed" : session.of("when_words");
    }

    private @org.jspecify.annotations.Nullable Meeting meeting(Row session) {
        return meetings.stream()
                .filter(each -> each.id().equals(session.id("meeting_id")))
                .findFirst()
                .orElse(null);
    }

    private Section schedule() {
        var blocks = new ArrayList<Block>();
        for (var meeting : meetings.stream().sorted().toList()) {
            var sessions = rows(Lists.SESSIONS).stream()
                    .filter(each -> meeting.id().equals(each.id("meeting_id")) && !settledElsewhere(each))
                    .toList();
            // of a meeting that is over and had no session nothing is left to say
            if (meeting.on().isBefore(day) && sessions.isEmpty()) continue;
            blocks.add(Section.plain(
                    Value.day(meeting.on()).words() + ", " + meeting.startsAt()
                            + (meeting.place().isBlank() ? "" : ", " + meeting.place()),
                    List.of(
                            Paragraph.plain("Papers go out on "
                                    + Value.day(meeting.sendOut()).words() + "."),
                            sessions("Sessions of " + Value.day(meeting.on()).words(), sessions))));
        }
        var others = rows(Lists.SESSIONS).stream()
                .filter(each -> meeting(each) == null && !settledElsewhere(each))
                .toList();
        if (!others.isEmpty())
            blocks.add(Section.plain("Not yet on a meeting", List.of(sessions("Sessions without a meeting", others))));
        if (blocks.isEmpty()) blocks.add(Paragraph.of("None"));
        return Section.of("Meetings", blocks);
    }

    /** It was to take up an action that has been dealt with at another session. */
    private boolean settledElsewhere(Row session) {
        return session.of("outcome").isBlank()
                && actions.stream()
                        .anyMatch(action -> action.id().equals(session.id("action_id"))
                                && !action.of("state").equals("open"));
    }

    private Table sessions(String caption, List<Row> sessions) {
        var table = Table.of(caption)
                .column("Item", 4)
                .column("Purpose", 4)
                .column("Attendees", 3)
                .column("Certainty", 2)
                .column("Outcome", 3);
        for (var each : sessions)
            table = table.row(
                    Value.of(each.of("title")
                            + (meeting(each) == null && !each.of("when_words").isBlank()
                                    ? "\n" + each.of("when_words")
                                    : "")),
                    Value.orNone(each.of("purpose")),
                    Value.of(each.of("attendees").isBlank() ? "To be confirmed" : each.of("attendees")),
                    Value.of(Lists.SESSIONS.words("certainty", each)),
                    Value.orNone(each.of("outcome")));
        return table;
    }

    private Section outstanding() {
        var table = Table.of("Recommendations that are outstanding")
                .column("Inquiry", 4)
                .column("Outstanding", 3)
                .column("Last heard of", 3);
        for (var inquiry : inquiries) {
            var open = new Progress(inquiry, day).outstanding();
            if (open.isEmpty()) continue;
            var last = inquiry.lastTrackedBefore(day.plusDays(1));
            table = table.row(
                    Value.of(inquiry.title()),
                    Value.of(open.stream().map(Recommendation::number).collect(Collectors.joining(", "))),
                    Value.of(
                            last == null
                                    ? "Never"
                                    : (last.assessed() ? "Last tracked: " : "Update received: ")
                                            + Value.day(last.on()).words()));
        }
        return Section.of("Outstanding tracking", List.of(table));
    }

    private Section followedUp() {
        var table = Table.of("Actions that are open")
                .column("Resolved on", 2)
                .column("Action", 5)
                .column("Owner", 2)
                .column("By", 2)
                .column("Taken up on", 3);
        for (var action : actions) {
            if (!action.of("state").equals("open")) continue;
            var resolved = meetings.stream()
                    .filter(each -> each.id().equals(action.parent()))
                    .map(each -> Value.day(each.on()).words())
                    .findFirst()
                    .orElse("");
            var taken = rows(Lists.SESSIONS).stream()
                    .filter(session -> action.id().equals(session.id("action_id")))
                    .map(this::when)
                    .collect(Collectors.joining(" or "));
            table = table.row(
                    Value.orNone(resolved),
                    Value.of(action.of("words")),
                    Value.orNone(action.of("owner")),
                    Value.orNone(action.of("due")),
                    Value.of(taken.isEmpty() ? "No session yet" : taken));
        }
        return Section.of("Actions followed up", List.of(table));
    }

    private Section simple(String heading, Listing listing) {
        var table = Table.of(heading + " of the committee");
        for (var field : listing.fields()) table = table.column(field.heading(), 3);
        for (var row : rows(listing))
            table = table.row(listing.fields().stream()
                    .map(field -> Value.orNone(listing.words(field, row.of(field.column()))))
                    .toList());
        return Section.of(heading, List.of(table));
    }

    private Section forwardPlan() {
        var table = Table.of("Decisions the executive plans")
                .column("Reference", 2)
                .column("Decision", 5)
                .column("Proposed for", 3)
                .column("State", 2);
        var late = 0;
        for (var item : rows(Lists.FORWARD_PLAN)) {
            var proposed = Target.last(Target.read(item.of("proposed")));
            var overdue = item.of("decided_on").isEmpty() && proposed != null && proposed.isBefore(day);
            if (overdue) late++;
            var decided = item.day("decided_on");
            table = table.row(
                    Value.of(item.of("reference")),
                    Value.of(item.of("title")),
                    Value.of(item.of("proposed")),
                    Value.of(
                            decided != null
                                    ? "Decided " + Value.day(decided).words()
                                    : overdue ? "Overdue" : "Planned"));
        }
        return Section.of(
                "Forward plan",
                List.of(
                        table,
                        new Note(
                                late == 0
                                        ? "None of them is overdue."
                                        : late + " of them should have been decided before this paper's date.")));
    }

    /** Only those that this paper uses; an abbreviation with two meanings stands twice, and that is said. */
    private Section abbreviations() {
        var said = lists.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.values().entrySet().stream())
                .filter(each -> !each.getKey().matches("short|long"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
        var all = said + " "
                + inquiries.stream().map(Inquiry::title).collect(Collectors.joining(" "))
                + actions.stream().map(each -> each.of("words")).collect(Collectors.joining(" "));
        var table = Table.of("Abbreviations in this paper").column("Short").column("In full", 4);
        var rows = rows(Lists.ABBREVIATIONS).stream()
                .filter(each -> all.matches("(?s).*\\b" + java.util.regex.Pattern.quote(each.of("short")) + "\\b.*"))
                .toList();
        for (var row : rows) table = table.row(Value.of(row.of("short")), Value.of(row.of("long")));
        var twice = rows.stream()
                .filter(row -> rows.stream()
                                .filter(other -> Objects.equals(other.of("short"), row.of("short")))
                                .count()
                        > 1)
                .map(row -> row.of("short"))
                .distinct()
                .collect(Collectors.joining(", "));
        return Section.of(
                "Abbreviations",
                twice.isEmpty()
                        ? List.of(table)
                        : List.of(table, new Note("With more than one meaning: " + twice + ".")));
    }
}
