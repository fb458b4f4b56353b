package lantern.intake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.children.Candidate;
import lantern.intake.Said;
import lantern.intake.inbox.InboxPage;
import lantern.intake.inbox.NotificationPage;
import lantern.intake.inbox.Waits;
import lantern.timescales.Timescale;
import org.jspecify.annotations.Nullable;

/** What the inbox answers, in the words of the contract. */
final class InboxAnswers {
    private InboxAnswers() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            String kind,
            String waitsFor,
            String name,
            @Nullable UUID child,
            String agency,
            @Nullable Instant triageDue) {}

    record Listed(List<Item> items, Map<String, Long> counts, long quarantined, int page, int pages) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            UUID id,
            String kind,
            String state,
            @Nullable String rating,
            @Nullable UUID child,
            @Nullable String followUp,
            Said said,
            List<Match> candidates,
            List<Running> timescales) {}

    record Match(
            UUID child, String reference, String name, double probability, boolean certain, List<Reason> reasons) {}

    record Reason(String field, String level, String words, double weight) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Running(
            UUID id,
            String standard,
            String title,
            String state,
            @Nullable Instant dueAt,
            String subjectKind,
            UUID subject) {}

    static Listed listed(InboxPage page) {
        var counts = page.counts().waiting().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().code(), Map.Entry::getValue));
        for (var waits : Waits.values()) counts.putIfAbsent(waits.code(), 0L);
        return new Listed(
                page.rows().stream().map(InboxAnswers::item).toList(),
                counts,
                page.counts().quarantined(),
                page.page(),
                page.pages());
    }

    private static Item item(InboxPage.Row row) {
        var clock = row.clock();
        return new Item(
                row.id(),
                row.kind(),
                row.waits().code(),
                row.name(),
                row.child(),
                row.agency(),
                clock == null ? null : clock.due());
    }

    static One one(NotificationPage page) {
        var child = page.child();
        return new One(
                page.id(),
                page.kind(),
                page.state(),
                page.rating(),
                child == null ? null : child.id(),
                page.followUp(),
                page.said(),
                page.candidates().stream().map(InboxAnswers::match).toList(),
                page.clocks().stream().map(InboxAnswers::running).toList());
    }

    private static Match match(Candidate each) {
        var reasons = each.working().stream()
                .filter(field -> field.level() != Candidate.Level.MISSING)
                .map(field -> new Reason(
                        field.field(),
                        field.level().name().toLowerCase(java.util.Locale.ROOT),
                        field.words(),
                        field.weight()))
                .toList();
        return new Match(each.child(), each.reference(), each.name(), each.probability(), each.certain(), reasons);
    }

    private static Running running(Timescale each) {
        return new Running(
                each.id(),
                each.standard(),
                each.title(),
                each.state().code,
                each.due(),
                each.subject().kind(),
                each.subject().id());
    }
}
