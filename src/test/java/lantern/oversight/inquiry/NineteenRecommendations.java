package lantern.oversight.inquiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.oversight.entering.Setting;
import lantern.oversight.entering.Setting.NewInquiry;
import lantern.oversight.entering.Setting.NewRecommendation;
import lantern.oversight.entering.Tracking;
import lantern.oversight.entering.Tracking.NewAssessment;
import lantern.oversight.entering.Tracking.NewEvidence;
import lantern.oversight.inquiry.Recommendation.Standing;
import org.jspecify.annotations.Nullable;

/** The history of inventory A4, in words of our own: nineteen recommendations over four meetings of a committee that was renamed. */
public final class NineteenRecommendations {
    public static final LocalDate FIRST = LocalDate.of(2015, 11, 25);
    public static final LocalDate SECOND = LocalDate.of(2016, 2, 10);
    public static final LocalDate THIRD = LocalDate.of(2016, 4, 20);
    public static final LocalDate FOURTH = LocalDate.of(2016, 10, 12);

    private static final List<String> TARGETS = List.of(
            "Action plan Feb 2015 & completion April 2015",
            "April 2015",
            "April 2015",
            "July 2015",
            "July 2015",
            "July 2015",
            "Initial feedback April 2015 and completion Dec 2015",
            "Initial feedback April 2015 & completion November 2015",
            "July 2015",
            "April 2015",
            "April 2015 – Initial feedback & November 2015 completion",
            "April 2015 – Initial feedback and completion November 2015",
            "April 2015 – Initial feedback",
            "April 2015\nJuly 2015 – Changes sustained",
            "April 2015 – Initial feedback and completion July 2015",
            "April 2015 & September 2015",
            "April 2015",
            "On-going",
            "April 2015");

    private final Setting setting;
    private final Tracking tracking;
    public final UUID inquiry;
    public final Map<String, UUID> ids = new LinkedHashMap<>();
    public final Map<LocalDate, UUID> meetings = new HashMap<>();

    public NineteenRecommendations(Setting setting, Tracking tracking) {
        this.setting = setting;
        this.tracking = tracking;
        var committee = setting.committee(
                "Schooling and Vulnerable Children Scrutiny " + UUID.randomUUID(), LocalDate.of(2014, 5, 1));
        setting.rename(committee, "Schools and Families Scrutiny " + UUID.randomUUID(), LocalDate.of(2016, 5, 24));
        inquiry = setting.inquiry(new NewInquiry(
                committee,
                "Getting protection right " + UUID.randomUUID(),
                "",
                LocalDate.of(2014, 12, 2),
                "The member who led it",
                "The officer who led it",
                "Cabinet Member for Children",
                "The executive director"));
        for (var day : List.of(FIRST, SECOND, THIRD, FOURTH))
            meetings.put(day, setting.meeting(committee, day, "14:00", null));
        recommendations();
        tracking.updateReceived(inquiry, LocalDate.of(2015, 3, 18));
        first();
        second();
        third();
        fourth();
    }

    public UUID id(String number) {
        return Objects.requireNonNull(ids.get(number));
    }

    public UUID meeting(LocalDate on) {
        return Objects.requireNonNull(meetings.get(on));
    }

    private void recommendations() {
        var themes = List.of("A Training", "B Policies", "C Working together", "D Tracking").stream()
                .map(theme -> setting.theme(inquiry, theme.substring(0, 1), theme.substring(2)))
                .toList();
        for (int i = 0; i < 19; i++) {
            var number = "R%02d".formatted(i + 1);
            var theme = themes.get(i < 7 ? 0 : i < 13 ? 1 : i < 17 ? 2 : 3);
            var parts = i == 7
                    ? List.of(
                            new NewRecommendation.Part("a", "A policy"),
                            new NewRecommendation.Part("d", "Champions in every team"))
                    : List.<NewRecommendation.Part>of();
            ids.put(
                    number,
                    setting.recommendation(new NewRecommendation(
                            inquiry,
                            theme,
                            number,
                            "What the inquiry asked for, number " + (i + 1),
                            TARGETS.get(i),
                            parts,
                            List.of(i < 7 ? "Cabinet Member for Children" : "Chair of the Safeguarding Board"),
                            null)));
        }
    }

    private void first() {
        say(FIRST, "R01 R02 R03 R06", 2);
        say(FIRST, "R04 R07", 3);
        say(FIRST, "R05", 1);
    }

    private void second() {
        for (var number : List.of("R01", "R02", "R03"))
            conclude(number, 2, SECOND, number.equals("R01") ? "Work will go on" : "");
        for (var number : List.of("R11", "R13")) conclude(number, 1, SECOND, "");
    }

    private void third() {
        say(THIRD, "R04 R05 R07 R08 R09 R10 R12 R14 R15 R16 R17", 2);
        say(THIRD, "R06", 3);
        say(THIRD, "R18 R19", 1);
        for (var number :
                List.of("R04", "R05", "R07", "R08", "R09", "R10", "R12", "R14", "R15", "R16", "R17", "R18", "R19")) {
            // Printed among the concluded, without a date: the paper of the fourth meeting does that.
            tracking.conclude(id(number), meeting(FOURTH), null, "");
        }
    }

    private void fourth() {
        say(FOURTH, "R06", 2);
    }

    private void conclude(String number, int category, LocalDate on, String qualifier) {
        tracking.assess(new NewAssessment(
                id(number),
                meeting(on),
                Standing.DECIDED,
                category + " – " + Scale.shipped().of(category).title(),
                "",
                "",
                "",
                List.of()));
        tracking.conclude(id(number), meeting(on), on, qualifier);
    }

    private void say(LocalDate on, String numbers, int category) {
        for (var number : numbers.split(" "))
            tracking.assess(new NewAssessment(
                    id(number),
                    meeting(on),
                    Standing.PROPOSED,
                    category + " - " + Scale.shipped().of(category).title().toUpperCase(java.util.Locale.ROOT),
                    "",
                    "",
                    "",
                    List.of()));
    }

    public UUID evidence(String number, LocalDate on, String words, @Nullable LocalDate following) {
        return tracking.evidence(new NewEvidence(
                inquiry,
                on,
                following == null ? null : meeting(following),
                "Head of Safeguarding",
                "",
                words,
                false,
                Map.of(id(number), new ArrayList<>())));
    }
}
