package lantern.platform.web.components;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.jspecify.annotations.Nullable;

/** One cell of a table. */
public record Cell(
        Content content,
        @Nullable String format,
        @Nullable Integer colspan,
        @Nullable Integer rowspan,
        Style style) implements Content, Styled<Cell> {

    public static Cell of(String words) {
        return of(Text.of(words));
    }

    public static Cell of(Content content) {
        return content instanceof Cell cell ? cell : new Cell(content, null, null, null, Style.PLAIN);
    }

    /** A number, set to the right so that digits line up. */
    public static Cell number(Object number) {
        return of(number.toString()).format("numeric");
    }

    public Cell format(@Nullable String format) {
        return new Cell(content, format, colspan, rowspan, style);
    }

    public Cell spans(@Nullable Integer columns, @Nullable Integer rows) {
        return new Cell(content, format, columns, rows, style);
    }

    @Override
    public Cell style(Style style) {
        return new Cell(content, format, colspan, rowspan, style);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        content.writeTo(output);
    }

    public String classIn(String own) {
        return style.on(format == null ? own : own + " " + own + "--" + format);
    }
}
