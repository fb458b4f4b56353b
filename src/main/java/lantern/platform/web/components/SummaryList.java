package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about one thing, each with its name and what may be done about it. */
public record SummaryList(
        List<@Nullable Row> rows, @Nullable Card card, Style style) implements Component, Styled<SummaryList> {

    /** Words or content with its own classes. */
    public record Part(Content content, String classes) {}

    /** Null actions: none were asked for. */
    public record Row(Part key, Part value, @Nullable Actions actions, String classes) {}

    public record Actions(List<Action> items, String classes) {}

    public record Action(
            String href, Content content, @Nullable String hidden, Style style) {
        public static Action of(String words, String href, String hidden) {
            return new Action(href, Text.of(words), hidden, Style.PLAIN);
        }

        public static Action change(String href, String what) {
            return of("Change", href, what);
        }
    }

    /** A box around the list with a title of its own. */
    public record Card(
            @Nullable Content title,
            int headingLevel,
            String titleClasses,
            @Nullable Actions actions,
            Style style) {}

    public static SummaryList of() {
        return new SummaryList(List.of(), null, Style.PLAIN);
    }

    public SummaryList row(String key, @Nullable String value, Action... actions) {
        return row(key, Text.of(value == null || value.isBlank() ? "Not recorded" : value), actions);
    }

    public SummaryList row(String key, Content value, Action... actions) {
        List<@Nullable Row> more = new ArrayList<>(rows);
        var list = actions.length == 0 ? null : new Actions(Arrays.asList(actions), "");
        more.add(new Row(new Part(Text.of(key), ""), new Part(value, ""), list, ""));
        return rows(more);
    }

    public SummaryList rows(List<@Nullable Row> rows) {
        return new SummaryList(rows, card, style);
    }

    public SummaryList card(String title) {
        return card(new Card(Text.of(title), 2, "", null, Style.PLAIN));
    }

    public SummaryList card(String title, Action... actions) {
        return card(new Card(Text.of(title), 2, "", new Actions(Arrays.asList(actions), ""), Style.PLAIN));
    }

    public SummaryList card(@Nullable Card card) {
        return new SummaryList(rows, card, style);
    }

    public SummaryList noBorder() {
        return classes("govuk-summary-list--no-border");
    }

    @Override
    public SummaryList style(Style style) {
        return new SummaryList(rows, card, style);
    }

    public boolean anyActions() {
        return rows.stream()
                .anyMatch(row -> row != null
                        && row.actions() != null
                        && !row.actions().items().isEmpty());
    }

    public @Nullable Content cardTitle() {
        return card == null ? null : card.title();
    }
}
