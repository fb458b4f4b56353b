package lantern.timescales.numbers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import lantern.calendar.London;
import lantern.platform.web.forms.FormErrors;
import lantern.timescales.standard.Limit;
import lantern.timescales.standard.Unit;
import org.jspecify.annotations.Nullable;

/** The form "change this number for my authority", and the change it asks for. */
record ChangeNumber(Limit within, LocalDate from, String reason) {
    static final Map<String, Unit> UNITS =
            Map.of("hours", Unit.HOURS, "days", Unit.DAYS, "working-days", Unit.WORKING_DAYS);

    /** @throws FormErrors with everything that is wrong */
    static ChangeNumber of(Map<String, String> typed, Limit now, LocalDate today) {
        var errors = new FormErrors();
        var number = number(typed.getOrDefault("number", ""), errors);
        var unit = unit(typed.getOrDefault("unit", ""), now.unit(), errors);
        var from = date(typed, errors);
        if (from != null && from.isBefore(today))
            errors.add(
                    "from",
                    "The date must be today (" + London.day(today) + ") or later: what has begun keeps its number");
        var reason = typed.getOrDefault("reason", "").strip();
        errors.addIf(reason.isEmpty(), "reason", "Enter the reason, for example the decision or the new guidance");
        errors.addIf(reason.length() > 2_000, "reason", "The reason must be 2,000 characters or fewer");
        errors.throwIfAny();
        if (from == null) throw errors;
        return new ChangeNumber(new Limit(number, unit), from, reason);
    }

    private static int number(String typed, FormErrors errors) {
        var digits = typed.strip();
        if (!digits.matches("\\d{1,5}")) {
            errors.add("number", "Enter the new number in figures, for example 48");
            return 1;
        }
        var number = Integer.parseInt(digits);
        if (number < 1 || number > Limit.LONGEST) errors.add("number", "The number must be between 1 and 10,000");
        return Math.clamp(number, 1, Limit.LONGEST);
    }

    /** The unit is kept; only a standard that ships without a limit is given one. */
    private static Unit unit(String typed, Unit now, FormErrors errors) {
        if (now.counted()) return now;
        var unit = UNITS.get(typed);
        if (unit == null) errors.add("unit", "Choose what the number counts");
        return unit == null ? Unit.HOURS : unit;
    }

    private static @Nullable LocalDate date(Map<String, String> typed, FormErrors errors) {
        try {
            return LocalDate.of(part(typed, "from-year"), part(typed, "from-month"), part(typed, "from-day"));
        } catch (DateTimeException | NumberFormatException e) {
            errors.add("from", "Enter the date from which it holds, for example 1 12 2026");
            return null;
        }
    }

    private static int part(Map<String, String> typed, String name) {
        return Integer.parseInt(typed.getOrDefault(name, "").strip());
    }
}
