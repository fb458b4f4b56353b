package lantern.demo.scrutiny;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.demo.authority.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inquiries of the demo: one that is being tracked and is full of what the checks look for, one that is concluded and published. */
public final class Scrutiny {
    private static final String[] CATEGORIES = {
        "",
        "1 – Achieved (Fully)",
        "2 – Achieved (Late)",
        "3 – Not Achieved (Progress Made)",
        "4 – Not Achieved (Obstacle)",
        "5 – Not Achieved (Insufficient Progress)",
        "6 – In Progress"
    };

    private final Writing writing;
    private final UUID committee;
    private final List<UUID> meetings = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();
    private UUID inquiry;

    private Scrutiny(Writing writing) {
        this.writing = writing;
        this.committee = writing.id("committee");
        this.inquiry = writing.id("inquiry home");
    }

    public static void add(JdbcClient owner, Authority authority, Instant now) {
        var scrutiny = new Scrutiny(new Writing(owner, authority, now));
        scrutiny.committee();
        scrutiny.inquiry();
        scrutiny.recommendations();
        scrutiny.concluded();
        new CommitteeWork(scrutiny.writing, scrutiny.committee, scrutiny.meetings).add();
    }

    private Beginnings beginnings() {
        return new Beginnings(writing, committee, meetings, days);
    }

    private void committee() {
        writing.row("committee", "id", committee, "created_at", writing.at(-900));
        beginnings().name("Children and Learning Scrutiny Committee", -900);
        beginnings().name("Children, Schools and Safety Scrutiny Committee", -200);
        for (int weeks : new int[] {-44, -30, -16, -4, 4, 14}) {
            var day = writing.today().plusWeeks(weeks).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
            var id = writing.id("meeting " + weeks);
            writing.row(
                    "meeting",
                    "id",
                    id,
                    "committee_id",
                    committee,
                    "held_on",
                    day,
                    "starts_at",
                    "14:00",
                    "ended_at",
                    weeks < 0 ? "16:20" : null,
                    "place",
                    "Committee room 2, Town Hall");
            meetings.add(id);
            days.add(day);
        }
    }

    private void inquiry() {
        inquiry = beginnings().inquiry("home", "Safe way home: children who go missing from care", -500, """
                Why children run from the places they are cared for in, who notices, and what happens when they come back.""");
        for (var theme : List.of("A Noticing", "B Answering together", "C Listening", "D Watching progress"))
            writing.row(
                    "theme",
                    "id",
                    writing.id("theme " + theme),
                    "inquiry_id",
                    inquiry,
                    "letter",
                    theme.substring(0, 1),
                    "title",
                    theme.substring(2));
        beginnings().roles();
        writing.row(
                "tracking",
                "id",
                writing.id("update"),
                "inquiry_id",
                inquiry,
                "on_day",
                writing.today().minusDays(360),
                "kind",
                "update-received");
        beginnings().tracked(inquiry);
    }

    /** One recommendation; {@code categories} are those of the four meetings, 0 where it was not assessed. */
    private Told told(int place, String theme, String role, String words, String targets, int... categories) {
        var number = "R%02d".formatted(place);
        var id = writing.id("recommendation " + inquiry + number);
        writing.row(
                "recommendation",
                "id",
                id,
                "inquiry_id",
                inquiry,
                "theme_id",
                theme.isEmpty() ? null : writing.id("theme " + theme),
                "place",
                place,
                "number",
                number,
                "words",
                words,
                "targets",
                targets,
                "created_at",
                writing.at(-480),
                "created_by",
                writing.officer());
        writing.row(
                "responsibility",
                "id",
                writing.id("responsibility " + id),
                "recommendation_id",
                id,
                "role_id",
                writing.id("role " + role),
                "from_on",
                writing.today().minusDays(480));
        var told = new Told(writing, inquiry, id, days, meetings);
        for (int i = 0; i < categories.length; i++)
            if (categories[i] > 0) told.assessed(i, CATEGORIES[categories[i]], "", "");
        return told;
    }

    private void recommendations() {
        told(
                        1,
                        "A Noticing",
                        "Head of Children in Care",
                        "Every home tells the hub within the hour that a child is not where they should be.",
                        "Action plan " + writing.month(-14) + " & completion " + writing.month(-10),
                        6,
                        1)
                .evidence(-310, "All homes signed the protocol and the hub counts the minutes.", "")
                .concluded(1, "Work goes on with homes outside the area.");
        told(
                        2,
                        "A Noticing",
                        "Cabinet Member for Children",
                        "Foster carers are trained to notice why a child leaves.",
                        writing.month(-9),
                        3,
                        2,
                        2)
                .evidence(-200, "Nine of ten foster carers have been trained; the others are booked.", "")
                .corrected(-200, -150, "Every foster carer has been trained; the register was checked.")
                .concluded(2, "");
        told(
                        3,
                        "A Noticing",
                        "Head of Licensing",
                        "Licensed premises and drivers know whom to call.",
                        writing.day(-250),
                        1,
                        2,
                        2)
                .evidence(-210, "The condition was added to new licences after the target.", "Licensing");
        told(
                        4,
                        "B Answering together",
                        "Chair of the Safeguarding Partnership",
                        "One meeting decides for a child who goes missing again and again.",
                        writing.season(-8),
                        2,
                        3,
                        2)
                .part("a", "Terms are agreed", "done", null)
                .part("b", "Health takes part in every meeting", "open", null)
                .part("c", "A register of decisions is kept", "superseded", "The shared record does it")
                .evidence(-120, "The meeting has met monthly since the spring.", "");
        told(
                        5,
                        "B Answering together",
                        "Director of Public Health",
                        "Sexual health and substance use services see a child within five days.",
                        "Initial feedback " + writing.month(-8) + " and completion " + writing.month(-2))
                .assessed(2, "4 – Not Achieved (Obstacle)", "", "The national contract ends only next year")
                .assessed(3, "3 – Not Achieved (Progress Made)", writing.month(4), "");
        told(
                        6,
                        "B Answering together",
                        "Head of Children in Care",
                        "Placements outside the area are told to the host authority before the child moves.",
                        "From " + writing.month(-12),
                        5,
                        5)
                .evidence(-60, "A form is to be introduced and will be used from next month.", "");
        told(
                        7,
                        "C Listening",
                        "Head of Children in Care",
                        "Every child is offered a return interview by somebody independent.",
                        "First report " + writing.month(-12) + " and monthly thereafter",
                        6,
                        6,
                        1)
                .evidence(
                        -110, "Every child was offered one in the last two quarters.", "Provider of return interviews");
        told(
                8,
                "C Listening",
                "Cabinet Member for Children",
                "What children say in return interviews reaches commissioners.",
                "On-going",
                0,
                0,
                2);
        told(
                9,
                "C Listening",
                "Head of Children in Care",
                "Children in care help to write the advice that is given to children.",
                "either " + writing.month(1) + " or " + writing.month(2),
                0,
                0,
                6);
        told(
                        10,
                        "D Watching progress",
                        "Director of Public Health",
                        "A yearly figure shows how many children were harmed while missing.",
                        "after twelve months of operation")
                .assessed(3, "Achieved (in part)", "", "");
        told(
                        11,
                        "D Watching progress",
                        "Chair of the Safeguarding Partnership",
                        "Partners report their own figures to the committee.",
                        writing.month(-1) + "\n" + writing.month(5) + " – Changes sustained",
                        0,
                        0,
                        6)
                .planned(4);
        told(12, "D Watching progress", "Cabinet Member for Children", "The committee looks again at this inquiry.", "")
                .planned(5);
        var licensing = writing.id("recommendation " + inquiry + "R03");
        writing.row(
                "printed_number",
                "recommendation_id",
                licensing,
                "paper",
                "Last year's work programme",
                "number",
                "R2");
    }

    private void concluded() {
        inquiry = beginnings()
                .inquiry(
                        "heard",
                        "Heard: what children say when they come back",
                        -800,
                        "How return interviews are offered, and what is done with what children say.");
        var first = told(
                        1,
                        "",
                        "Cabinet Member for Children",
                        "An independent provider is commissioned.",
                        writing.month(-20))
                .evidence(-640, "The provider began on the first of the month.", "")
                .assessed(0, CATEGORIES[1], "", "")
                .concluded(0, "");
        told(2, "", "Head of Children in Care", "Interviews are offered within 72 hours.", writing.month(-14))
                .evidence(-400, "Nine in ten were offered in time in the last year.", "Provider of return interviews")
                .assessed(0, CATEGORIES[2], "", "")
                .concluded(0, "");
        writing.publish(
                inquiry,
                "Heard: what children say when they come back",
                OpenText.of(writing, days.getFirst(), first.id()));
    }
}
