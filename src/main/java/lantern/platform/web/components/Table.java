package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table. One that stacks shows each row as a small card on a phone, every value beside its column's heading. */
public record Table(
        @Nullable String caption,
        String captionClasses,
        List<Cell> head,
        List<@Nullable List<Cell>> rows,
        boolean headed,
        boolean stacked,
        Style style)
        implements Component, Styled<Table> {

    public static Table of(@Nullable String caption) {
        return new Table(caption, "", List.of(), List.of(), false, false, Style.PLAIN);
    }

    /** A caption that only a screen reader needs, because a heading says it already. */
    public Table captionHidden() {
        return captionClasses("govuk-visually-hidden");
    }

    public Table captionClasses(String classes) {
        return new Table(caption, classes, head, rows, headed, stacked, style);
    }

    public Table head(String... headings) {
        return head(Arrays.stream(headings).map(Cell::of).toList());
    }

    public Table head(List<Cell> headings) {
        return new Table(caption, captionClasses, headings, rows, headed, stacked, style);
    }

    public Table row(String... cells) {
        return plus(Arrays.stream(cells).map(Cell::of).toList());
    }

    public Table row(Content... cells) {
        return plus(Arrays.stream(cells).map(Cell::of).toList());
    }

    /** A row for each thing: its cells are any content, as text, tags, links or blocks. */
    public <T> Table rows(Collection<T> things, Function<T, List<? extends Content>> cells) {
        List<@Nullable List<Cell>> more = new ArrayList<>(rows);
        for (var thing : things) {
            more.add(cells.apply(thing).stream().map(Cell::of).toList());
        }
        return rows(more);
    }

    public Table rows(List<@Nullable List<Cell>> rows) {
        return new Table(caption, captionClasses, head, rows, headed, stacked, style);
    }

    /** The first cell names the row. */
    public Table firstCellIsHeader() {
        return new Table(caption, captionClasses, head, rows, true, stacked, style);
    }

    public Table stacks() {
        return new Table(caption, captionClasses, head, rows, headed, true, style);
    }

    public Table small() {
        return classes("govuk-table--small-text-until-tablet");
    }

    private Table plus(List<Cell> row) {
        List<@Nullable List<Cell>> more = new ArrayList<>(rows);
        more.add(row);
        return rows(more);
    }

    @Override
    public Table style(Style style) {
        return new Table(caption, captionClasses, head, rows, headed, stacked, style);
    }

    /**
     * Laying a table out as blocks makes browsers forget that it is one, so a table that stacks says its roles (see
     * Adrian Roselli, "Tables, CSS Display Properties, and ARIA").
     */
    public @Nullable String role(String role) {
        return stacked ? role : null;
    }

    public String ownClass() {
        return style.on(stacked ? "govuk-table lantern-table-stacks" : "govuk-table");
    }

    public @Nullable String headingOf(int column) {
        return stacked && column < head.size() && head.get(column).content() instanceof Text text ? text.words() : null;
    }
}
