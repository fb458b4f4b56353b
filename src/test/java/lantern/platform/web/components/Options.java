package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fixture's options, read the way Nunjucks reads them: what is empty, false or missing counts as not given. */
record Options(Map<?, ?> values) {
    static final Options NONE = new Options(Map.of());

    boolean has(String name) {
        return values.containsKey(name);
    }

    static boolean truthy(@Nullable Object value) {
        return value != null && !value.equals("") && !value.equals(false) && !value.equals(0);
    }

    boolean yes(String name) {
        return truthy(values.get(name));
    }

    /** As it is written, even when empty; null only when missing. */
    @Nullable
    String raw(String name) {
        var value = values.get(name);
        return value == null ? null : value.toString();
    }

    /** Null when empty. */
    @Nullable
    String text(String name) {
        return yes(name) ? String.valueOf(values.get(name)) : null;
    }

    String text(String name, String otherwise) {
        var text = text(name);
        return text == null ? otherwise : text;
    }

    @Nullable
    Boolean flag(String name) {
        return values.get(name) instanceof Boolean flag ? flag : null;
    }

    @Nullable
    Integer number(String name) {
        return yes(name) ? (Integer) values.get(name) : null;
    }

    int number(String name, int otherwise) {
        var number = number(name);
        return number == null ? otherwise : number;
    }

    /** Options inside these, or nothing. */
    @Nullable
    Options maybe(String name) {
        return values.get(name) instanceof Map<?, ?> map ? new Options(map) : null;
    }

    Options in(String name) {
        var options = maybe(name);
        return options == null ? NONE : options;
    }

    <T> @Nullable T map(String name, Function<Options, T> as) {
        var options = maybe(name);
        return options == null ? null : as.apply(options);
    }

    /** Items that count as not given keep their place in the list. */
    <T> List<@Nullable T> list(String name, Function<Options, T> as) {
        List<@Nullable T> list = new ArrayList<>();
        if (values.get(name) instanceof List<?> items) {
            for (var item : items) {
                list.add(item instanceof Map<?, ?> map && !map.isEmpty() ? as.apply(new Options(map)) : null);
            }
        }
        return list;
    }

    /** A list of lists: what is inside each is read as its "items". */
    <T> List<@Nullable T> lists(String name, Function<Options, T> as) {
        List<@Nullable T> lists = new ArrayList<>();
        if (values.get(name) instanceof List<?> items) {
            for (var item : items) {
                lists.add(item instanceof List<?> list ? as.apply(new Options(Map.of("items", list))) : null);
            }
        }
        return lists;
    }

    @Nullable
    Content content() {
        return content("html", "text");
    }

    Content contentOr(String otherwise) {
        var content = content();
        return content == null ? Text.of(otherwise) : content;
    }

    @Nullable
    Content content(String html, String text) {
        var markup = text(html);
        if (markup != null) {
            return output -> output.writeContent(markup);
        }
        var words = text(text);
        return words == null ? null : Text.of(words);
    }

    Attributes attributes() {
        var attributes = new LinkedHashMap<String, String>();
        in("attributes").values.forEach((name, value) -> attributes.put(name.toString(), String.valueOf(value)));
        return new Attributes(attributes);
    }

    Style style() {
        return new Style(text("classes", ""), attributes());
    }
}
