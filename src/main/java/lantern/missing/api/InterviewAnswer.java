package lantern.missing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.missing.interview.InterviewView;
import org.jspecify.annotations.Nullable;

/** One return interview in the words of the contract. Never what the child said: that is read on the page, by few. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InterviewAnswer(
        Map<String, @Nullable Object> interview,
        List<UUID> episodes,
        List<Rated> triage,
        Map<String, String> indicators,
        List<Contact> contacts,
        List<String> factors,
        List<Recommended> recommendations,
        List<Given> feedback) {

    record Rated(String rating, String reason, Instant decidedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(
            String kind,
            String how,
            Instant happenedAt,
            @Nullable String result,
            @Nullable Instant meetsAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recommended(
            UUID id,
            String forWhom,
            String words,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable String answerWords) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Given(
            UUID id,
            String recipient,
            Instant sentAt,
            @Nullable Instant receivedAt,
            @Nullable Instant filedAt) {}

    static InterviewAnswer of(Map<String, @Nullable Object> item, InterviewView.Whole whole) {
        return new InterviewAnswer(
                item,
                whole.absences().stream().map(InterviewView.Absence::episode).toList(),
                whole.ratings().stream()
                        .map(each -> new Rated(each.rating(), each.reason(), each.at()))
                        .toList(),
                whole.indicators(),
                whole.contacts().stream()
                        .map(each -> new Contact(each.kind(), each.how(), each.at(), each.result(), each.meetsAt()))
                        .toList(),
                whole.factors(),
                whole.recommendations().stream()
                        .map(InterviewAnswer::recommended)
                        .toList(),
                whole.feedback().stream()
                        .map(each -> new Given(
                                each.copy(), each.recipient(), each.sentAt(), each.receivedAt(), each.filedAt()))
                        .toList());
    }

    private static Recommended recommended(InterviewView.Recommendation it) {
        var answer = it.answer();
        return answer == null
                ? new Recommended(it.id(), it.whom(), it.words(), null, null, null)
                : new Recommended(it.id(), it.whom(), it.words(), answer.code(), answer.by(), answer.words());
    }
}
