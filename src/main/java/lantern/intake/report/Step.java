package lantern.intake.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The questions in their order, one a page. Which are asked depends on what is reported; every one but the first and the child's name may be passed over. */
public enum Step {
    ABOUT("What do you want to report?", Set.of(), "kind"),
    TAKEN("Do you think somebody has taken the child, or keeps them from coming back?", Set.of("missing"), "taken"),
    CALL("Phone 999 now", Set.of("missing")),
    CHECKS("What has been checked so far?", Set.of("missing"), "checks"),
    CHILD("What is the child called?", Set.of(), "familyName", "givenNames", "knownAs"),
    BORN("When was the child born?", Set.of(), "born", "born-day", "born-month", "born-year", "approximateAge"),
    LOOKS("What does the child look like?", Set.of("missing"), "sex", "ethnicity", "description"),
    CLOTHING("What were they wearing?", Set.of("missing"), "clothing"),
    ADDRESS("Where does the child live?", Set.of(), "address", "postcode"),
    CONTACT("How can the child be reached?", Set.of("missing"), "childPhone", "accounts"),
    SEEN(
            "When was the child last seen?",
            Set.of("missing", "update", "education-referral"),
            "lastSeen",
            "lastSeen-day",
            "lastSeen-month",
            "lastSeen-year",
            "lastSeenTime",
            "lastSeenPlace",
            "lastSeenBy",
            "lastSeenWith"),
    FROM("Where are they missing from?", Set.of("missing"), "missingFrom", "placementName"),
    HAPPENED(
            "What happened?",
            Set.of("missing", "update", "concern", "education-referral"),
            "circumstances",
            "outOfCharacter"),
    CARRIES("What do they have with them?", Set.of("missing"), "transport", "money"),
    HEALTH(
            "Is there a disability or medication that we should know of?",
            Set.of("missing"),
            "disability",
            "medication"),
    DANGER(
            "Is the child in danger, or a danger to others?",
            Set.of("missing", "update", "concern"),
            "danger",
            "exploitation"),
    EARLIER("Have they been missing before?", Set.of("missing"), "earlierEpisodes"),
    FOUND(
            "When and where was the child found?",
            Set.of("found"),
            "foundAt",
            "foundAt-day",
            "foundAt-month",
            "foundAt-year",
            "foundAtTime",
            "foundPlace",
            "foundBy"),
    BACK("Where is the child now?", Set.of("found"), "returnedTo", "harm", "safeAndWellCheck"),
    POLICE("Have the police been told?", Set.of("missing", "found", "update"), "policeReference"),
    YOU(
            "Who are you?",
            Set.of(),
            "reporterName",
            "reporterRelationship",
            "reporterPhone",
            "reporterEmail",
            "wantsFeedback");

    public final String title;
    private final Set<String> kinds;
    public final List<String> fields;

    Step(String title, Set<String> kinds, String... fields) {
        this.title = title;
        this.kinds = kinds;
        this.fields = List.of(fields);
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    static final List<String> KINDS = List.of("missing", "found", "update", "concern", "education-referral");

    public boolean asked(Map<String, List<String>> answers) {
        if (this == CALL) return first(answers, "taken").equals("yes");
        return kinds.isEmpty() || kinds.contains(first(answers, "kind"));
    }

    Optional<Step> next(Map<String, List<String>> answers) {
        return Arrays.stream(values())
                .skip(ordinal() + 1L)
                .filter(step -> step.asked(answers))
                .findFirst();
    }

    Optional<Step> before(Map<String, List<String>> answers) {
        return Arrays.stream(values())
                .limit(ordinal())
                .filter(step -> step.asked(answers))
                .reduce((one, other) -> other);
    }

    static String first(Map<String, List<String>> answers, String name) {
        var values = answers.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }
}
