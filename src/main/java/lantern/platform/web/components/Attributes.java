package lantern.platform.web.components;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Further HTML attributes of an element, names and values escaped. Inline styles and event handlers are refused: the content policy would. */
public record Attributes(Map<String, String> values) {
    private static final Attributes NONE = new Attributes(Map.of());
    private static final Pattern NAME = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:.-]*");

    public Attributes {
        for (var name : values.keySet()) {
            if (!NAME.matcher(name).matches() || name.startsWith("on") || name.equals("style")) {
                throw new IllegalArgumentException("Not an attribute a page may carry: " + name);
            }
        }
    }

    public static Attributes none() {
        return NONE;
    }

    public Attributes with(String name, String value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Attributes(more);
    }

    /** Written into a tag by the component templates, the only place where markup is made outside a template's own text. */
    public String html() {
        if (values.isEmpty()) {
            return "";
        }
        var html = new StringOutput();
        values.forEach((name, value) -> {
            html.writeContent(" " + name + "=\"");
            Escape.htmlAttribute(value, html);
            html.writeContent("\"");
        });
        return html.toString();
    }
}
