package lantern.platform.web.components;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/** Plain words, escaped where they are written. HTML comes only from a template: a component or a jte content block. */
public record Text(String words) implements Content {
    public static Text of(String words) {
        return new Text(words);
    }

    static @Nullable Content ofNullable(@Nullable String words) {
        return words == null ? null : new Text(words);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        if (output instanceof HtmlTemplateOutput html) {
            html.setContext("span", null);
        }
        output.writeUserContent(words);
    }

    @Override
    public boolean isEmptyContent() {
        return words.isEmpty();
    }
}
