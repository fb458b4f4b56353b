package lantern.missing.form;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import lantern.platform.web.components.Text;

/** Two lines in one cell: the fact, and below it what explains it. */
public record Lines(Content first, String second) implements Content {
    @Override
    public void writeTo(TemplateOutput output) {
        first.writeTo(output);
        if (second.isEmpty()) return;
        output.writeContent("<br>");
        Text.of(second).writeTo(output);
    }
}
