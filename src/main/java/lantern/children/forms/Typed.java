package lantern.children.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;

/** The fields of one posted form. Every mistake is collected, so that its reader mends the form in one go. */
public final class Typed {
    private final Map<String, String> fields;
    private final FormErrors errors = new FormErrors();

    public Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    public String words(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    public @Nullable String wordsOrNull(String name) {
        var words = words(name);
        return words.isEmpty() ? null : words;
    }

    public String required(String name, String otherwise) {
        var words = words(name);
        errors.addIf(words.isEmpty(), name, otherwise);
        return words;
    }

    public boolean ticked(String name) {
        return !words(name).isEmpty();
    }

    public @Nullable UUID choice(String name, String otherwise) {
        try {
            return UUID.fromString(words(name));
        } catch (IllegalArgumentException e) {
            errors.add(name, otherwise);
            return null;
        }
    }

    /** A date in three boxes; null when all are empty. */
    public @Nullable LocalDate day(String name) {
        var day = words(name + "-day");
        var month = words(name + "-month");
        var year = words(name + "-year");
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) return null;
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (NumberFormatException | DateTimeException e) {
            errors.add(name, "Enter a real date, for example 9 4 2011");
            return null;
        }
    }

    /** A date that must be there; the day given as otherwise is only used until {@link #throwIfAny}. */
    public LocalDate requiredDay(String name, String otherwise) {
        var before = errors.errors().size();
        var day = day(name);
        if (day == null && errors.errors().size() == before) errors.add(name, otherwise);
        return day == null ? LocalDate.EPOCH : day;
    }

    public void refuseIf(boolean wrong, String name, String sentence) {
        errors.addIf(wrong, name, sentence);
    }

    public void throwIfAny() {
        errors.throwIfAny();
    }
}
