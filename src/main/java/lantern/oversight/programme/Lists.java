package lantern.oversight.programme;

import static lantern.oversight.programme.Listing.choice;
import static lantern.oversight.programme.Listing.day;
import static lantern.oversight.programme.Listing.line;
import static lantern.oversight.programme.Listing.lines;
import static lantern.oversight.programme.Listing.number;
import static lantern.oversight.programme.Listing.row;

import java.util.List;

/** Every list there is, by what it hangs on. */
public final class Lists {
    private static final String WHEN = "As it is known: 12 March 2027, March 2027, spring 2027, to be confirmed";
    private static final String[] CAPACITIES = {
        "chair",
        "Chair",
        "deputy-chair",
        "Deputy chair",
        "member",
        "Member",
        "voting-representative",
        "Voting representative",
        "representative",
        "Representative"
    };

    public static final Listing SEATS = Listing.of(
            "seat",
            "committee",
            "Members and officers",
            "a member or officer",
            "from_on, who",
            line("who", "Who").hint("The office they hold, or their name"),
            choice(
                            "capacity",
                            "In what capacity?",
                            both(
                                    CAPACITIES,
                                    "link-officer",
                                    "Link officer",
                                    "scrutiny-officer",
                                    "Scrutiny officer",
                                    "committee-manager",
                                    "Committee manager"))
                    .head("Capacity"),
            line("body", "The body they represent").head("Body").optional(),
            day("from_on", "From"),
            day("until_on", "Until").optional());
    public static final Listing PRIORITIES = Listing.of(
            "priority",
            "committee",
            "Priorities",
            "a priority",
            "place",
            number("place", "Place in the list").head("No."),
            line("title", "Priority"),
            line("note", "Note").optional());
    public static final Listing SESSIONS = Listing.of(
            "programme_session",
            "committee",
            "Sessions",
            "a session",
            "title",
            line("title", "Item"),
            row("meeting_id", "At which meeting?", "meeting").head("Meeting"),
            line("when_words", "When, if no meeting is set")
                    .head("When")
                    .hint(WHEN)
                    .optional(),
            row("priority_id", "Which priority does it serve?", "priority").head("Priority"),
            row("action_id", "Which action does it take up?", "action").head("Action taken up"),
            lines("purpose", "What members will ask").head("Purpose"),
            lines("attendees", "Officers and others who attend").head("Attendees"),
            choice(
                            "certainty",
                            "How certain is it?",
                            "agreed",
                            "Agreed",
                            "to-be-confirmed",
                            "To be confirmed",
                            "not-programmed",
                            "Not programmed")
                    .head("Certainty"),
            lines("outcome", "What came of it").head("Outcome"));
    public static final Listing UPDATES = Listing.of(
            "standing_update",
            "committee",
            "Reports that come back",
            "a report that comes back",
            "title",
            line("title", "Report"),
            line("how_often", "How often").hint("For example, every year in March"));
    public static final Listing VISITS = Listing.of(
            "visit",
            "committee",
            "Visits",
            "a visit",
            "when_words",
            line("where_to", "Where to"),
            line("when_words", "When").hint(WHEN).optional(),
            lines("purpose", "What for"));
    public static final Listing GROUPS = Listing.of(
            "working_group",
            "committee",
            "Working groups",
            "a working group",
            "topic",
            line("topic", "Topic"),
            lines("members", "Members"),
            lines("officers", "Key officers"),
            line("when_words", "When").hint(WHEN).optional());
    public static final Listing BACKLOG = Listing.of(
            "backlog", "committee", "To be programmed", "an item to be programmed", "title", line("title", "Item"));
    public static final Listing FORWARD_PLAN = Listing.of(
            "forward_plan_item",
            "committee",
            "Forward plan",
            "a forward plan item",
            "reference",
            line("reference", "Reference").hint("As the forward plan prints it"),
            line("title", "Decision"),
            line("portfolio", "Portfolio").optional(),
            line("proposed", "Proposed date of the decision")
                    .head("Proposed for")
                    .hint(WHEN),
            day("decided_on", "Decided on").optional());
    public static final Listing ABBREVIATIONS = Listing.of(
            "abbreviation",
            "committee",
            "Abbreviations",
            "an abbreviation",
            "short, long",
            line("short", "Short"),
            line("long", "In full"));
    public static final Listing PLANS = Listing.of(
            "action_plan",
            "committee",
            "Action plans",
            "an action plan",
            "title",
            line("title", "Title"),
            line("owner", "Who owns it").hint("A role"),
            lines("summary", "What it is for"));
    public static final Listing MEASURES = Listing.of(
            "outcome_measure",
            "committee",
            "Outcome measures",
            "an outcome measure",
            "title",
            line("title", "What is measured").head("Measure"),
            line("population", "Of whom").hint("For example, children on the tracker at 31 March"),
            lines("counted", "How it is counted").hint("For a share: what is counted, out of what"),
            choice("unit", "Is it a count or a share?", "count", "A count", "share", "A share in per cent")
                    .head("Unit"),
            line("unmet", "Unmet").hint("For example, under 90% or 7 or more"),
            line("met", "Met"),
            line("exceeded", "Exceeded"),
            line("far_exceeded", "Significantly exceeded"),
            line("target", "To be delivered by").hint(WHEN),
            line("source", "Where the value comes from").optional());

    public static final Listing AGENDA = Listing.of(
            "agenda_item",
            "meeting",
            "Agenda",
            "an agenda item",
            "place",
            number("place", "Item number").head("No."),
            line("title", "Title"),
            line("time_band", "Time").hint("For example, 14:00 to 14:40").optional(),
            line("presenter", "Who presents it").head("Presenter").optional(),
            lines("words", "What members are asked to do").head("For members"),
            choice(
                    "paper",
                    "Its paper",
                    "none",
                    "None",
                    "progress-report",
                    "Progress report of the committee's inquiries",
                    "action-plan",
                    "Action plans of the committee",
                    "work-programme",
                    "Work programme"),
            line("exempt", "Why it is exempt")
                    .head("Exempt")
                    .hint("Leave empty when the public may read it")
                    .optional());
    public static final Listing ATTENDANCE = Listing.of(
            "attendance",
            "meeting",
            "Who was there",
            "somebody who was there or sent apologies",
            "capacity, who",
            line("who", "Who").hint("The office they hold, or their name"),
            choice("capacity", "In what capacity?", both(CAPACITIES, "also-present", "Also present"))
                    .head("Capacity"),
            choice("came", "Were they there?", "present", "Present", "apologies", "Apologies")
                    .head("Present or apologies"));
    public static final Listing ACTIONS = Listing.of(
            "action",
            "meeting",
            "Resolutions and actions",
            "an action",
            "item, words",
            line("item", "Agenda item").optional(),
            lines("words", "What was resolved")
                    .hint("One action for each resolution")
                    .needed(),
            line("owner", "Who does it").head("Owner").hint("A role"),
            line("due", "By when").hint(WHEN).optional(),
            choice("state", "How far is it?", "open", "Open", "done", "Done", "dropped", "Dropped")
                    .head("State"),
            lines("outcome", "What came of it").head("Outcome"));

    public static final Listing ISSUES = Listing.of(
            "plan_issue",
            "action_plan",
            "Issues",
            "an issue",
            "place",
            number("place", "Number"),
            line("title", "Issue"));
    public static final Listing ACTIVITIES = Listing.of(
            "activity",
            "action_plan",
            "Activities",
            "an activity",
            "place",
            row("plan_issue_id", "Which issue does it answer?", "plan_issue")
                    .head("Issue")
                    .needed(),
            number("place", "Place in the list").head("No."),
            lines("words", "Activity").needed(),
            line("officer", "Responsible officer").hint("A role"),
            line("target", "Target date").hint(WHEN).optional());
    public static final Listing PROGRESS = Listing.of(
                    "activity_update",
                    "activity",
                    "Progress",
                    "progress",
                    "dated_on desc, changed_at desc",
                    day("dated_on", "When was it written?").head("Dated"),
                    line("author", "Whose words are they?").head("From"),
                    lines("words", "What was done")
                            .hint("What has happened, not what will")
                            .needed(),
                    choice(
                            "status",
                            "Status",
                            "not-started",
                            "Not started",
                            "in-progress",
                            "In progress",
                            "completed",
                            "Completed",
                            "completed-ongoing",
                            "Completed and ongoing",
                            "not-done",
                            "Not done"),
                    day("review_on", "When is it looked at again?")
                            .head("Looked at again")
                            .hint("Needed for what goes on. For example, 27 3 2027")
                            .optional())
            .neverChanged();
    public static final Listing VALUES = Listing.of(
                    "measure_value",
                    "outcome_measure",
                    "Values",
                    "a value",
                    "on_day, changed_at",
                    day("on_day", "On which day?").head("Day"),
                    number("value", "Value").hint("For a share, in per cent: 94.5"),
                    line("evidence", "Where it stands").optional())
            .neverChanged();

    public static final List<Listing> COMMITTEE = List.of(
            SEATS,
            PRIORITIES,
            SESSIONS,
            UPDATES,
            VISITS,
            GROUPS,
            BACKLOG,
            FORWARD_PLAN,
            ABBREVIATIONS,
            PLANS,
            MEASURES);
    public static final List<Listing> MEETING = List.of(AGENDA, ATTENDANCE, ACTIONS);
    public static final List<Listing> PLAN = List.of(ISSUES, ACTIVITIES);
    public static final List<Listing> ACTIVITY = List.of(PROGRESS);
    public static final List<Listing> MEASURE = List.of(VALUES);

    private Lists() {}

    private static String[] both(String[] some, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(some), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }
}
