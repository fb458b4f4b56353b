package lantern.platform.web.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
        return words(name, whenMissing, LONGEST);
    }

    public String words(String name, String whenMissing, int longest) {
        var words = optional(name, longest);
        if (words == null) errors.add(name, whenMissing);
        return words == null ? "" : words;
    }

    public @Nullable String optional(String name) {
        return optional(name, LONGEST);
    }

    public @Nullable String optional(String name, int longest) {
        var value = request.getParameter(name);
        if (value == null || value.isBlank()) return null;
        var words = value.strip();
        if (words.length() > longest) errors.add(name, "Use at most " + longest + " characters");
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
        return values == null ? List.of() : List.of(values);
    }

    /** At least one of these. */
    public List<String> some(String name, Collection<String> allowed, String whenMissing) {
        var chosen = all(name).stream().filter(allowed::contains).distinct().toList();
        if (chosen.isEmpty()) errors.add(name, whenMissing);
        return chosen;
    }

    /** The date in three boxes and the time beside it, in Europe/London; not in the future. */
    public Instant moment(String name, String what) {
        var day = date(name, what, LocalDate.of(1990, 1, 1), London.date(now), "today");
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
        return date(name, what, earliest, London.date(now).plusYears(1), "a year from now");
    }

    /** A day that is over or today. */
    public LocalDate past(String name, String what, LocalDate earliest) {
        return orToday(date(name, what, earliest, London.date(now), "today"));
    }

    /** A day from today to a year from now. */
    public LocalDate ahead(String name, String what) {
        return orToday(date(name, what, London.date(now), true));
    }

    /** What stands for a wrong day until {@link #check()} refuses the form. */
    private LocalDate orToday(@Nullable LocalDate day) {
        return day == null ? London.date(now) : day;
    }

    private @Nullable LocalDate date(
            String name, String what, LocalDate earliest, LocalDate latest, String latestInWords) {
        try {
            var day = LocalDate.of(part(name + "-year"), part(name + "-month"), part(name + "-day"));
            if (!day.isBefore(earliest) && !day.isAfter(latest)) return day;
            errors.add(
                    name + "-day",
                    "The date " + what + " must be from " + London.day(earliest) + " to " + latestInWords);
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
