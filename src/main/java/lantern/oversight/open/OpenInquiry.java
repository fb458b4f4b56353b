package lantern.oversight.open;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.oversight.inquiry.Inquiry;
import lantern.oversight.inquiry.Progress;
import lantern.oversight.inquiry.Recommendation;
import org.jspecify.annotations.Nullable;

/** An inquiry as the public reads it: roles and organisations, and no person, because there is no field for one. */
public record OpenInquiry(
        String title,
        String summary,
        String committee,
        String approvedOn,
        @Nullable String lastTrackedOn,
        List<OpenRecommendation> recommendations) {

    public record OpenRecommendation(
            UUID id,
            String number,
            @Nullable String theme,
            String words,
            List<OpenPart> parts,
            List<String> roles,
            String target,
            @Nullable Integer category,
            String assessment,
            List<OpenAssessment> history,
            boolean concluded,
            @Nullable String concludedOn,
            String qualifier,
            List<OpenEvidence> evidence) {}

    public record OpenPart(String label, String words, String status) {}

    public record OpenAssessment(String meeting, String by, String assessment) {}

    /** @param source the organisation, never who wrote it */
    public record OpenEvidence(String on, String source, String words, boolean contrary) {}

    public static OpenInquiry of(Inquiry it, LocalDate day) {
        var tracked = it.lastTrackedBefore(day.plusDays(1));
        var progress = new Progress(it, day);
        return new OpenInquiry(
                it.title(),
                it.summary(),
                it.committeeName(day),
                it.approvedOn().toString(),
                tracked == null ? null : tracked.on().toString(),
                it.recommendations().stream().map(each -> of(each, progress)).toList());
    }

    private static OpenRecommendation of(Recommendation it, Progress progress) {
        var category = progress.category(it);
        var assessed = it.assessedBy(progress.day());
        var conclusion = it.concluded();
        var on = conclusion == null ? null : conclusion.on();
        return new OpenRecommendation(
                it.id(),
                it.number(),
                it.theme() == null ? null : it.theme().full(),
                it.words(),
                it.parts().stream()
                        .map(part -> new OpenPart(
                                part.label(), part.words(), part.status().words()))
                        .toList(),
                it.responsible().stream()
                        .filter(each -> each.until() == null)
                        .map(Recommendation.Responsible::name)
                        .toList(),
                it.targetWords(),
                category == null ? null : category.number(),
                assessed == null
                        ? "Not yet assessed"
                        : category == null ? assessed.raw() + " (not on the scale)" : category.full(),
                it.assessments().stream()
                        .map(each -> new OpenAssessment(
                                each.meeting().on().toString(),
                                each.standing().words(),
                                each.category() == null
                                        ? each.raw()
                                        : each.category().full()))
                        .toList(),
                it.concludedBy(progress.day()),
                on == null ? null : on.toString(),
                conclusion == null ? "" : conclusion.qualifier(),
                it.standing().stream()
                        .map(each -> new OpenEvidence(
                                each.on().toString(),
                                each.organisation().isBlank() ? "The council" : each.organisation(),
                                each.words(),
                                each.contrary()))
                        .toList());
    }

    public long outstanding() {
        return recommendations.stream().filter(each -> !each.concluded).count();
    }
}
