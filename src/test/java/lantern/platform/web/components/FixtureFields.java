package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fixture options of the components that ask something, as our records. */
final class FixtureFields {
    private FixtureFields() {}

    static Label label(Options o) {
        return new Label(o.content(), o.text("for"), o.yes("isPageHeading"), o.style());
    }

    static Hint hint(Options o) {
        return new Hint(o.contentOr(""), o.text("id"), o.style());
    }

    static ErrorMessage errorMessage(Options o) {
        var first = o.has("visuallyHiddenText") ? o.text("visuallyHiddenText", "") : "Error";
        return new ErrorMessage(o.contentOr(""), o.text("id"), first, o.style());
    }

    static Fieldset fieldset(Options o) {
        var legend =
                o.map("legend", l -> new Fieldset.Legend(l.content(), l.yes("isPageHeading"), l.text("classes", "")));
        return new Fieldset(legend, o.content("html", ""), o.text("describedBy"), o.text("role"), o.style());
    }

    static FormGroup group(Options o, String before, String after) {
        return new FormGroup(o.style(), o.in(before).content(), o.in(after).content());
    }

    static Field field(Options o, @Nullable String describedBy) {
        return new Field(
                o.text("name", ""),
                o.has("id") ? o.text("id") : o.text("idPrefix"),
                o.map("label", FixtureFields::label),
                o.map("hint", FixtureFields::hint),
                o.map("errorMessage", FixtureFields::errorMessage),
                describedBy,
                o.has("items") || o.has("values") || o.has("fieldset")
                        ? group(o.in("formGroup"), "beforeInputs", "afterInputs")
                        : group(o.in("formGroup"), "beforeInput", "afterInput"),
                o.yes("disabled"));
    }

    static Typing typing(Options o) {
        return new Typing(
                o.text("type", "text"),
                o.text("inputmode"),
                o.text("autocomplete"),
                o.text("autocapitalize"),
                o.text("pattern"),
                o.flag("spellcheck"));
    }

    static Input.@Nullable Affix affix(Options o) {
        var content = o.content();
        return content == null ? null : new Input.Affix(content, o.style());
    }

    static Input input(Options o) {
        return new Input(
                field(o, o.text("describedBy")),
                o.raw("value"),
                typing(o),
                affix(o.in("prefix")),
                affix(o.in("suffix")),
                o.in("inputWrapper").style(),
                o.style());
    }

    static Textarea textarea(Options o) {
        return new Textarea(field(o, o.text("describedBy")), o.raw("value"), o.number("rows", 5), typing(o), o.style());
    }

    static CharacterCount characterCount(Options o) {
        var messages = new HashMap<String, String>();
        for (var unit : List.of("characters", "words")) {
            for (var limit : List.of("Under", "At", "Over")) {
                var key = unit + "-" + limit.toLowerCase(java.util.Locale.ROOT) + "-limit";
                var name = unit + limit + "LimitText";
                o.in(name).values().forEach((rule, message) -> messages.put(key + "." + rule, message.toString()));
                if (o.maybe(name) == null && o.yes(name)) {
                    messages.put(key, o.text(name, ""));
                }
            }
        }
        return new CharacterCount(
                textarea(o),
                o.number("maxlength"),
                o.number("maxwords"),
                o.number("threshold"),
                o.text("countType"),
                o.text("textareaDescriptionText"),
                o.in("countMessage").text("classes", ""),
                messages);
    }

    static Select select(Options o) {
        var field = field(o, o.text("describedBy")).group(group(o.in("formGroup"), "beforeInput", "afterInput"));
        var items = o.list(
                "items",
                i -> new Select.Option(
                        i.raw("value"), i.text("text", ""), i.flag("selected"), i.yes("disabled"), i.attributes()));
        return new Select(field, items, o.raw("value"), o.style());
    }

    static Choice choice(Options o) {
        var divider = o.text("divider");
        Content conditional = o.in("conditional").content("html", "");
        return new Choice(
                o.raw("value") == null ? "" : String.valueOf(o.raw("value")),
                o.content() == null
                        ? null
                        : new Label(o.content(), null, false, o.in("label").style()),
                o.in("hint").content() == null ? null : o.map("hint", FixtureFields::hint),
                o.flag("checked"),
                o.yes("disabled"),
                conditional,
                o.text("id"),
                o.text("name"),
                o.text("behaviour"),
                divider,
                o.attributes());
    }

    static Radios radios(Options o) {
        var field = field(o, o.in("fieldset").text("describedBy"));
        return new Radios(
                field,
                o.map("fieldset", FixtureFields::fieldset),
                o.list("items", FixtureFields::choice),
                o.raw("value"),
                o.style());
    }

    static Checkboxes checkboxes(Options o) {
        var describedBy = o.in("fieldset").text("describedBy");
        List<String> values = new ArrayList<>();
        if (o.values().get("values") instanceof List<?> list) {
            list.forEach(value -> values.add(value.toString()));
        }
        return new Checkboxes(
                field(o, describedBy == null ? o.text("describedBy") : describedBy),
                o.map("fieldset", FixtureFields::fieldset),
                o.list("items", FixtureFields::choice),
                values,
                o.style());
    }

    static DateInput dateInput(Options o) {
        var prefix = o.text("namePrefix");
        Map<String, String> values = new HashMap<>();
        o.in("values").values().forEach((name, value) -> values.put(name.toString(), value.toString()));
        List<DatePart> parts = new ArrayList<>();
        if (o.yes("items") && !o.list("items", i -> i).isEmpty()) {
            for (var item : o.list("items", i -> i)) {
                if (item != null) {
                    parts.add(part(item, null, prefix, o, values));
                }
            }
        } else {
            for (var name : List.of("day", "month", "year")) {
                if (!o.has(name) || o.yes(name)) {
                    parts.add(part(o.in(name), name, prefix, o, values));
                }
            }
        }
        var field = field(o, o.in("fieldset").text("describedBy"))
                .group(group(o.in("formGroup"), "beforeInputs", "afterInputs"));
        return new DateInput(field, o.map("fieldset", FixtureFields::fieldset), parts, values, o.style());
    }

    private static DatePart part(
            Options o, @Nullable String standard, @Nullable String prefix, Options date, Map<String, String> values) {
        var name = o.text("name", standard == null ? "" : standard);
        var kind = standard != null ? standard : kindOf(name, date);
        var value = o.raw("value");
        if (value == null && kind != null) {
            value = date.has(kind) ? date.in(kind).raw("value") : values.get(kind);
        }
        var typing = o.text("inputmode") == null ? typing(o).inputmode("numeric") : typing(o);
        return new DatePart(
                prefix == null ? name : prefix + "-" + name,
                name,
                o.text("label"),
                o.text("id"),
                value,
                "year".equals(kind) ? 4 : 2,
                typing,
                o.flag("error"),
                o.style());
    }

    private static @Nullable String kindOf(String name, Options date) {
        for (var kind : List.of("day", "month", "year")) {
            if (name.equals(kind)
                    || (!name.isEmpty() && name.equals(date.in(kind).text("name")))) {
                return kind;
            }
        }
        return null;
    }
}
