package lantern.children.facts.kind;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import lantern.calendar.London;
import lantern.children.forms.Typed;
import lantern.platform.web.components.Component;
import lantern.platform.web.components.DateInput;
import lantern.platform.web.components.Input;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.Select;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is asked about a fact, and the column it is kept in.
 *
 * @param required what to say when it is left empty; null when it may be
 * @param said what stands before the answer where the fact is told in words: "parental responsibility: "
 * @param silent an answer that is not told, such as "not known"
 */
public record FactField(
        String column,
        String label,
        @Nullable String hint,
        Type type,
        Map<String, String> codes,
        int longest,
        @Nullable String required,
        String said,
        String silent) {
    public enum Type {
        WORDS,
        LINES,
        CHOICE,
        LIST,
        DAY,
        /** The reference of a child on the register; the column holds the id. */
        CHILD
    }

    static FactField words(String column, String label, int longest) {
        return new FactField(column, label, null, Type.WORDS, Map.of(), longest, null, "", "");
    }

    static FactField lines(String column, String label, int longest) {
        return new FactField(column, label, null, Type.LINES, Map.of(), longest, null, "", "");
    }

    static FactField choice(String column, String label, Map<String, String> codes) {
        return new FactField(column, label, null, Type.CHOICE, codes, 40, null, "", "");
    }

    static FactField list(String column, String label, Map<String, String> codes) {
        return new FactField(column, label, null, Type.LIST, codes, 40, null, "", "");
    }

    static FactField day(String column, String label) {
        return new FactField(column, label, "For example, 9 4 2024", Type.DAY, Map.of(), 10, null, "", "");
    }

    static FactField child(String column, String label) {
        return new FactField(column, label, null, Type.CHILD, Map.of(), 20, null, "", "");
    }

    FactField hint(String words) {
        return new FactField(column, label, words, type, codes, longest, required, said, silent);
    }

    FactField required(String otherwise) {
        return new FactField(column, label, hint, type, codes, longest, otherwise, said, silent);
    }

    FactField said(String before) {
        return new FactField(column, label, hint, type, codes, longest, required, before, silent);
    }

    FactField silent(String answer) {
        return new FactField(column, label, hint, type, codes, longest, required, said, answer);
    }

    /** The name in the form: starts_on is startsOn. */
    public String name() {
        var name = new StringBuilder();
        for (var i = 0; i < column.length(); i++) {
            if (column.charAt(i) == '_') name.append(Character.toUpperCase(column.charAt(++i)));
            else name.append(column.charAt(i));
        }
        return name.toString();
    }

    public @Nullable String read(Typed typed) {
        if (type == Type.DAY) {
            var day = required == null ? typed.day(name()) : typed.requiredDay(name(), required);
            return day == null ? null : day.toString();
        }
        var words = typed.wordsOrNull(name());
        if (words == null) {
            if (required != null) typed.refuseIf(true, name(), required);
            return null;
        }
        typed.refuseIf(words.length() > longest, name(), "Use " + longest + " characters or fewer");
        typed.refuseIf(!codes.isEmpty() && !codes.containsKey(words), name(), "Choose one from the list");
        return words;
    }

    /** How a form begins with what is known, by the names of its boxes. */
    public void fill(Map<String, String> known, String value) {
        if (type != Type.DAY) {
            known.put(name(), value);
            return;
        }
        var day = LocalDate.parse(value);
        known.put(name() + "-day", Integer.toString(day.getDayOfMonth()));
        known.put(name() + "-month", Integer.toString(day.getMonthValue()));
        known.put(name() + "-year", Integer.toString(day.getYear()));
    }

    public Component question(Form form) {
        var asked = required == null && codes.isEmpty() ? label + " (optional)" : label;
        var hint = this.hint == null ? "" : this.hint;
        return switch (type) {
            case LINES -> {
                var box = Textarea.of(name(), asked).rows(3);
                yield (hint.isEmpty() ? box : box.hint(hint)).from(form);
            }
            case CHOICE -> {
                var radios = Radios.of(name(), asked).items(codes);
                yield (hint.isEmpty() ? radios : radios.hint(hint)).from(form);
            }
            case LIST -> {
                var select = Select.of(name(), asked).item("", "Choose one").items(codes);
                yield (hint.isEmpty() ? select : select.hint(hint)).from(form);
            }
            case DAY -> DateInput.of(name(), asked).hint(hint).from(form);
            default -> {
                var box = Input.of(name(), asked).width(longest > 30 ? 30 : 20).spellcheck(false);
                yield (hint.isEmpty() ? box : box.hint(hint)).from(form);
            }
        };
    }

    /** The answer in words; null when there is nothing to tell. */
    @Nullable
    String told(@Nullable String value, Map<String, String> children) {
        if (value == null || value.isBlank() || value.equals(silent)) return null;
        return said
                + switch (type) {
                    case DAY -> London.day(LocalDate.parse(value));
                    case CHILD ->
                        Objects.requireNonNullElse(children.get(value), "a child whose record you cannot see");
                    case LINES -> value.strip().replaceAll("\\s*\\R\\s*", ", ");
                    default -> codes.getOrDefault(value, value);
                };
    }
}
