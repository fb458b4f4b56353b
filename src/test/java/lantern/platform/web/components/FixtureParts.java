package lantern.platform.web.components;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fixture options of every ported component, as our records. */
final class FixtureParts {
    static final Map<String, Function<Options, Component>> PORTED = Map.ofEntries(
            Map.entry("back-link", o -> new BackLink(o.text("href", "#"), o.contentOr("Back"), o.style())),
            Map.entry("breadcrumbs", FixtureFrame::breadcrumbs),
            Map.entry("button", FixtureParts::button),
            Map.entry("character-count", FixtureFields::characterCount),
            Map.entry("checkboxes", FixtureFields::checkboxes),
            Map.entry("date-input", FixtureFields::dateInput),
            Map.entry("details", FixtureParts::details),
            Map.entry("error-message", FixtureFields::errorMessage),
            Map.entry("error-summary", FixtureParts::errorSummary),
            Map.entry("fieldset", FixtureFields::fieldset),
            Map.entry("footer", FixtureFrame::footer),
            Map.entry("generic-header", FixtureFrame::genericHeader),
            Map.entry("header", FixtureFrame::header),
            Map.entry("hint", FixtureFields::hint),
            Map.entry("input", FixtureFields::input),
            Map.entry("inset-text", o -> new InsetText(o.contentOr(""), o.text("id"), o.style())),
            Map.entry("label", FixtureFields::label),
            Map.entry("notification-banner", FixtureParts::notificationBanner),
            Map.entry("pagination", FixtureParts::pagination),
            Map.entry("panel", FixtureParts::panel),
            Map.entry("phase-banner", FixtureFrame::phaseBanner),
            Map.entry("radios", FixtureFields::radios),
            Map.entry("select", FixtureFields::select),
            Map.entry("service-navigation", FixtureFrame::serviceNavigation),
            Map.entry("skip-link", o -> new SkipLink(o.text("href", "#content"), o.contentOr(""), o.style())),
            Map.entry("summary-list", FixtureParts::summaryList),
            Map.entry("table", FixtureParts::table),
            Map.entry("tabs", FixtureParts::tabs),
            Map.entry("tag", FixtureParts::tag),
            Map.entry("task-list", FixtureFrame::taskList),
            Map.entry("textarea", FixtureFields::textarea),
            Map.entry(
                    "warning-text",
                    o -> new WarningText(o.contentOr(""), o.text("iconFallbackText", "Warning"), o.style())));

    private FixtureParts() {}

    static Button button(Options o) {
        return new Button(
                o.contentOr(""),
                o.text("href"),
                o.text("type", "submit"),
                o.text("name"),
                o.text("value"),
                o.text("id"),
                o.yes("disabled"),
                o.flag("preventDoubleClick"),
                o.yes("isStartButton"),
                o.style());
    }

    static Tag tag(Options o) {
        return new Tag(o.contentOr(""), o.style());
    }

    static Details details(Options o) {
        var summary = Objects.requireNonNullElse(o.content("summaryHtml", "summaryText"), Text.of(""));
        return new Details(summary, o.contentOr(""), o.yes("open"), o.text("id"), o.style());
    }

    static ErrorSummary errorSummary(Options o) {
        return new ErrorSummary(
                Objects.requireNonNullElse(o.content("titleHtml", "titleText"), Text.of("")),
                o.content("descriptionHtml", "descriptionText"),
                given(o.list("errorList", i -> new ErrorSummary.Item(i.contentOr(""), i.text("href"), i.attributes()))),
                o.flag("disableAutoFocus"),
                o.style());
    }

    static NotificationBanner notificationBanner(Options o) {
        return new NotificationBanner(
                o.content(),
                o.content("titleHtml", "titleText"),
                o.text("titleId", "govuk-notification-banner-title"),
                o.number("titleHeadingLevel", 2),
                "success".equals(o.text("type")),
                o.text("role"),
                o.flag("disableAutoFocus"),
                o.style());
    }

    static Pagination pagination(Options o) {
        var items = o.list(
                "items",
                i -> new Pagination.Item(
                        i.text("number", ""),
                        i.text("href"),
                        i.yes("current"),
                        i.yes("ellipsis"),
                        i.raw("visuallyHiddenText"),
                        i.attributes()));
        return new Pagination(
                o.map("previous", FixtureParts::arrow),
                o.map("next", FixtureParts::arrow),
                o.has("items") ? items : null,
                o.text("landmarkLabel", "Pagination"),
                o.style());
    }

    private static Pagination.Arrow arrow(Options o) {
        return new Pagination.Arrow(o.text("href"), o.content(), o.text("labelText"), o.attributes());
    }

    static Panel panel(Options o) {
        var actions = o.map(
                "actions",
                a -> new Panel.Actions(
                        given(a.list(
                                "items",
                                i -> new Panel.Action(i.text("text", ""), i.text("href"), i.text("type"), i.style()))),
                        a.style()));
        return new Panel(
                Objects.requireNonNullElse(o.content("titleHtml", "titleText"), Text.of("")),
                o.content(),
                o.number("headingLevel", 1),
                actions,
                o.style());
    }

    static SummaryList summaryList(Options o) {
        var rows = o.list(
                "rows",
                r -> new SummaryList.Row(
                        summaryPart(r.in("key")),
                        summaryPart(r.in("value")),
                        r.in("actions").has("items") ? r.map("actions", FixtureParts::actions) : null,
                        r.text("classes", "")));
        var card = o.map(
                "card",
                c -> new SummaryList.Card(
                        c.in("title").content(),
                        c.in("title").number("headingLevel", 2),
                        c.in("title").text("classes", ""),
                        c.map("actions", FixtureParts::actions),
                        c.style()));
        return new SummaryList(rows, card, o.style());
    }

    private static SummaryList.Part summaryPart(Options o) {
        return new SummaryList.Part(o.contentOr(""), o.text("classes", ""));
    }

    private static SummaryList.Actions actions(Options o) {
        var items = given(o.list(
                "items",
                a -> new SummaryList.Action(
                        a.text("href", ""), a.contentOr(""), a.text("visuallyHiddenText"), a.style())));
        return new SummaryList.Actions(items, o.text("classes", ""));
    }

    static Table table(Options o) {
        var rows = o.lists("rows", row -> given(row.list("items", FixtureParts::cell)));
        return new Table(
                o.text("caption"),
                o.text("captionClasses", ""),
                given(o.list("head", FixtureParts::cell)),
                rows,
                o.yes("firstCellIsHeader"),
                false,
                o.style());
    }

    private static Cell cell(Options o) {
        return new Cell(
                new Options(o.values()).contentOr(o.has("text") ? String.valueOf(o.raw("text")) : ""),
                o.text("format"),
                o.number("colspan"),
                o.number("rowspan"),
                o.style());
    }

    static Tabs tabs(Options o) {
        var items = o.list(
                "items",
                i -> new Tabs.Item(
                        i.text("id"),
                        i.text("label", ""),
                        i.in("panel").content(),
                        i.attributes(),
                        i.in("panel").attributes()));
        return new Tabs(items, o.text("title", "Contents"), o.text("idPrefix", ""), o.text("id"), o.style());
    }

    static <T> List<T> given(List<@Nullable T> items) {
        return items.stream().filter(Objects::nonNull).toList();
    }
}
