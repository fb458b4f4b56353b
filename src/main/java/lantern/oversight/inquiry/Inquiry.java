package lantern.oversight.inquiry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An inquiry approved by full council, its recommendations in their order, and the days on which it was tracked. */
public record Inquiry(
        UUID id,
        String title,
        String summary,
        UUID committee,
        List<Name> committeeNames,
        LocalDate approvedOn,
        String leadMember,
        String leadOfficer,
        String reportOf,
        String contact,
        List<Recommendation> recommendations,
        List<Tracking> tracking) {

    /** What the committee is called from a day on. */
    public record Name(String name, LocalDate from) {
        public static String on(List<Name> names, LocalDate day) {
            return names.stream()
                    .filter(each -> !each.from.isAfter(day))
                    .max(Comparator.comparing(Name::from))
                    .orElse(names.getFirst())
                    .name();
        }
    }

    /** A meeting that assessed, or an update that was only received. */
    public record Tracking(LocalDate on, boolean assessed) {}

    public String committeeName(LocalDate day) {
        return Name.on(committeeNames, day);
    }

    /** The meetings at which anything was assessed, oldest first. */
    public List<Meeting> meetings() {
        return recommendations.stream()
                .flatMap(each -> each.assessments().stream())
                .map(Recommendation.Assessment::meeting)
                .distinct()
                .sorted()
                .toList();
    }

    /** Derived, never typed: the last tracking before the day, and when there was none the last update that was received. */
    public @Nullable Tracking lastTrackedBefore(LocalDate day) {
        var tracked = tracking.stream().filter(each -> each.on.isBefore(day)).toList();
        return tracked.stream()
                .filter(Tracking::assessed)
                .max(Comparator.comparing(Tracking::on))
                .or(() -> tracked.stream().max(Comparator.comparing(Tracking::on)))
                .orElse(null);
    }
}
