package lantern.platform.web.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form, read field by field. Everything wrong is collected, so that it is mended in one go; after the last
 * field {@link #check()} throws when something was.
 */
public final class Typed {
    private static final int LONGEST = 8000;

    private final HttpServletRequest request;
    private final Instant now;
    private final FormErrors errors = new FormErrors();

    public Typed(HttpServletRequest request, Instant now) {
        this.request = request;
        this.now = now;
    }

    public String words(String name, String whenMissing) {
        var words = optional(name);
        if (words == null) errors.add(name, whenMissing);
        return words == null ? "" : words;
    }

    public @Nullable String optional(String name) {
        var value = request.getParameter(name);
        if (value == null || value.isBlank()) return null;
        var words = value.strip();
        if (words.length() > LONGEST) errors.add(name, "Use at most " + LONGEST + " characters");
        // PostgreSQL keeps every character but this one.
        if (words.indexOf('\0') >= 0) errors.add(name, "Leave out characters that cannot be seen");
        return words;
    }

    public String choice(String name, Collection<String> allowed, String whenMissing) {
        var value = request.getParameter(name);
        if (value == null || !allowed.contains(value)) {
            errors.add(name, whenMissing);
            return "";
        }
        return value;
    }

    public boolean yes(String name) {
        return "yes".equals(request.getParameter(name));
    }

    public Collection<String> all(String name) {
        var values = request.getParameterValues(name);
        return values == null ? java.util.List.of() : java.util.List.of(values);
    }

    /** The date in three boxes and the time beside it, in Europe/London; not in the future. */
    public Instant moment(String name, String what) {
        var day = day(name, what);
        if (day == null) return Instant.EPOCH;
        var time = optional(name + "-time");
        if (time == null) {
            errors.add(name + "-time", "Enter the time " + what);
            return Instant.EPOCH;
        }
        try {
            var at = Moment.of(day, time);
            if (at.isAfter(now)) errors.add(name + "-day", "The time " + what + " is in the future: check it");
            return at;
        } catch (Refused refused) {
            errors.add(name + "-time", refused.sentence());
            return Instant.EPOCH;
        }
    }

    /** The date and time of something that is still to come, or was lately: within a month before and a year from now. */
    public Instant planned(String name, String what) {
        var day = date(name, what, London.date(now).minusMonths(1), true);
        var time = optional(name + "-time");
        if (time == null) errors.add(name + "-time", "Enter the time " + what);
        if (day == null || time == null) return Instant.EPOCH;
        try {
            return Moment.of(day, time);
        } catch (Refused refused) {
            errors.add(name + "-time", refused.sentence());
            return Instant.EPOCH;
        }
    }

    /** A date from {@code earliest} to a year from now; null when none was typed, which is wrong where it is needed. */
    public @Nullable LocalDate date(String name, String what, LocalDate earliest, boolean needed) {
        if (!needed && Stream.of("-day", "-month", "-year").allMatch(part -> optional(name + part) == null))
            return null;
        try {
            var day = LocalDate.of(part(name + "-year"), part(name + "-month"), part(name + "-day"));
            if (!day.isBefore(earliest) && !day.isAfter(London.date(now).plusYears(1))) return day;
            errors.add(
                    name + "-day",
                    "The date " + what + " must be from " + London.day(earliest) + " to a year from now");
        } catch (DateTimeException | NumberFormatException e) {
            errors.add(name + "-day", "Enter the date " + what + ", like 27 3 2026");
        }
        return null;
    }

    public int number(String name, int least, int most, String whenWrong) {
        var value = optional(name);
        if (value != null && value.matches("\\d{1,6}")) {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) return number;
        }
        errors.add(name, whenWrong);
        return least;
    }

    private @Nullable LocalDate day(String name, String what) {
        try {
            var day = LocalDate.of(part(name + "-year"), part(name + "-month"), part(name + "-day"));
            if (day.isAfter(London.date(now)) || day.getYear() < 1990) {
                errors.add(name + "-day", "The date " + what + " must be between 1990 and today");
                return null;
            }
            return day;
        } catch (DateTimeException | NumberFormatException e) {
            errors.add(name + "-day", "Enter the date " + what + ", like 27 3 2026");
            return null;
        }
    }

    private int part(String name) {
        var value = request.getParameter(name);
        return Integer.parseInt(value == null ? "" : value.strip());
    }

    public void wrong(String name, String sentence) {
        errors.add(name, sentence);
    }

    public void check() {
        errors.throwIfAny();
    }
}
