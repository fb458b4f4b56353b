package lantern.oversight.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import lantern.oversight.pages.Parts;
import lantern.oversight.programme.Listing.Field;
import lantern.oversight.programme.Listing.Kind;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;

/** What was typed into the form of a list. */
final class Typed {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST = 4_000;

    private Typed() {}

    /** What was typed, as the columns take it; everything wrong is said at once. */
    static Map<String, @Nullable Object> values(
            Listing listing, Map<String, String> typed, Function<Field, Map<String, String>> choices) {
        var errors = new FormErrors();
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var field : listing.fields()) values.put(field.column(), value(field, choices, typed, errors));
        if (listing.table().equals("activity_update"))
            errors.addIf(
                    "completed-ongoing".equals(values.get("status")) && values.get("review_on") == null,
                    "review_on-day",
                    "Enter when it is looked at again: what goes on is never simply done");
        if (listing.table().equals("action"))
            errors.addIf(
                    !"open".equals(values.get("state")) && "".equals(values.get("outcome")),
                    "outcome",
                    "Say what came of it");
        if (values.get("from_on") instanceof LocalDate from && values.get("until_on") instanceof LocalDate until)
            errors.addIf(until.isBefore(from), "until_on-day", "Enter a day that is not before it began");
        if (values.get("sent_on") instanceof LocalDate sent && values.get("returned_on") instanceof LocalDate returned)
            errors.addIf(returned.isBefore(sent), "returned_on-day", "Enter a day that is not before it was sent");
        errors.throwIfAny();
        return values;
    }

    private static @Nullable Object value(
            Field field, Function<Field, Map<String, String>> choices, Map<String, String> typed, FormErrors errors) {
        var text = typed.getOrDefault(field.column(), "").strip().replace("\r\n", "\n");
        var name = field.column();
        if (field.kind() == Kind.DAY) {
            var nothing = (typed.getOrDefault(name + "-day", "")
                            + typed.getOrDefault(name + "-month", "")
                            + typed.getOrDefault(name + "-year", ""))
                    .isBlank();
            return nothing && !field.required() ? null : Parts.day(typed, name, errors);
        }
        if (text.isEmpty()) {
            errors.addIf(field.required(), name, "Answer: " + field.label());
            return List.of(Kind.ROW, Kind.NUMBER, Kind.POUNDS).contains(field.kind()) ? null : "";
        }
        return switch (field.kind()) {
            case LINE, LINES -> {
                var most = field.kind() == Kind.LINE ? LONGEST_LINE : LONGEST;
                errors.addIf(text.length() > most, name, "Use at most " + most + " characters")
                        .addIf(field.required() && text.length() < 2, name, "Use at least two characters")
                        .addIf(
                                text.length() < 3 && name.matches("title|words|topic"),
                                name,
                                "Use at least three characters");
                yield text;
            }
            case NUMBER -> number(text, name, errors);
            case POUNDS -> pounds(text, name, errors);
            case CHOICE -> {
                errors.addIf(!field.of().containsKey(text), name, "Choose one");
                yield text;
            }
            case ROW -> {
                var known = choices.apply(field).containsKey(text);
                errors.addIf(!known, name, "Choose one of the list");
                yield known ? UUID.fromString(text) : null;
            }
            case DAY -> throw new IllegalStateException();
        };
    }

    private static @Nullable Object number(String text, String name, FormErrors errors) {
        var place = name.equals("place");
        if (!text.matches(place ? "[1-9]\\d?" : "-?\\d{1,9}(\\.\\d{1,4})?")) {
            errors.add(name, place ? "Enter a number from 1 to 99" : "Enter a number, like 12 or 94.5");
            return null;
        }
        return place ? Integer.valueOf(text) : new BigDecimal(text);
    }

    /** As people write money: with or without the sign and with commas for thousands. */
    private static @Nullable Object pounds(String text, String name, FormErrors errors) {
        var plain = text.replaceFirst("^£\\s*", "").replace(",", "");
        if (plain.matches("\\d{1,12}(\\.\\d{2})?")) return new BigDecimal(plain);
        errors.add(name, "Enter an amount in pounds, like 32,000");
        return null;
    }
}
