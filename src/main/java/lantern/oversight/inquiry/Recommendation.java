package lantern.oversight.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.oversight.dates.Target;
import org.jspecify.annotations.Nullable;

/**
 * One recommendation with everything that was said of it, oldest first. Its id stays when another paper prints another number.
 *
 * @param printed the number that other papers gave it, by paper
 */
public record Recommendation(
        UUID id,
        String number,
        @Nullable Theme theme,
        String words,
        String targetWords,
        List<SubPart> parts,
        List<Responsible> responsible,
        List<Evidence> evidence,
        List<Assessment> assessments,
        List<Conclusion> conclusions,
        List<Meeting> planned,
        Map<String, String> printed) {

    public record Theme(UUID id, String letter, String title) {
        public String full() {
            return letter + " " + title;
        }
    }

    public enum Status {
        OPEN("Open"),
        DONE("Done"),
        NOT_DONE("Not done"),
        SUPERSEDED("Superseded");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @param why said when it was not done or became something else */
    public record SubPart(UUID id, String label, String words, Status status, String why) {}

    /** Who answers: a role by its name of that day, and who held it then, if anybody was recorded. */
    public record Responsible(
            UUID role,
            String name,
            @Nullable String holder,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** @param supersededBy the correction that took its place; the words stay readable */
    public record Evidence(
            UUID id,
            LocalDate on,
            @Nullable Meeting following,
            String author,
            String organisation,
            String words,
            boolean contrary,
            List<String> labels,
            @Nullable UUID supersedes,
            @Nullable UUID supersededBy,
            Instant recordedAt) {}

    public enum Standing {
        PROPOSED("Proposed by the cabinet member"),
        DECIDED("Decided by the committee");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public record Assessment(
            UUID id,
            Meeting meeting,
            Standing standing,
            Scale.@Nullable Category category,
            String raw,
            String reason,
            String obstacle,
            String anticipated,
            List<String> answers,
            Instant recordedAt) {}

    public record Conclusion(
            UUID id,
            @Nullable LocalDate on,
            @Nullable Meeting meeting,
            Scale.@Nullable Category category,
            String qualifier,
            @Nullable LocalDate reopenedOn,
            @Nullable String reopenedBecause) {}

    public List<Target> targets() {
        return Target.read(targetWords);
    }

    /** The last day by which all of it was to be done; null when its target does not say. */
    public @Nullable LocalDate finalTarget() {
        return Target.last(targets());
    }

    /** Evidence as it stands: without what was superseded. */
    public List<Evidence> standing() {
        return evidence.stream().filter(each -> each.supersededBy == null).toList();
    }

    /** What was said up to and at this meeting: of one meeting the committee's decision, and the latest entry. */
    public @Nullable Assessment assessedBy(LocalDate day) {
        return assessments.stream()
                .filter(each -> !each.meeting.on().isAfter(day))
                .max(Comparator.comparing((Assessment each) -> each.meeting.on())
                        .thenComparing(Assessment::standing)
                        .thenComparing(Assessment::recordedAt))
                .orElse(null);
    }

    public @Nullable Assessment latest() {
        return assessedBy(LocalDate.MAX);
    }

    public @Nullable Conclusion concluded() {
        return conclusions.stream()
                .filter(each -> each.reopenedOn == null)
                .findFirst()
                .orElse(null);
    }

    /** Concluded by that day, whatever happened to it later. */
    public boolean concludedBy(LocalDate day) {
        return conclusions.stream().anyMatch(each -> {
            var at = each.meeting != null ? each.meeting.on() : each.on;
            return (at == null || !at.isAfter(day)) && (each.reopenedOn == null || each.reopenedOn.isAfter(day));
        });
    }

    public @Nullable LocalDate lastTracked() {
        return assessments.stream()
                .map(each -> each.meeting.on())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    public String responsibleNames() {
        return responsible.stream()
                .filter(each -> each.until == null)
                .map(each -> each.holder == null ? each.name : each.name + " (" + each.holder + ")")
                .collect(Collectors.joining("; "));
    }
}
