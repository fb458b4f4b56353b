package lantern.access.people.change;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lantern.access.people.Changes;
import lantern.calendar.London;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;

/** What a manager typed about a post. Every mistake is said at once. */
final class PostForm {
    static final int LONGEST_REASON = 500;

    private final Map<String, String> typed;
    private final FormErrors errors = new FormErrors();

    PostForm(Map<String, String> typed) {
        this.typed = typed;
    }

    String words(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    PostForm required(String name, int longest, String otherwise) {
        var words = words(name);
        errors.addIf(words.isEmpty(), name, otherwise)
                .addIf(words.length() > longest, name, "Use at most " + longest + " characters");
        return this;
    }

    PostForm email() {
        var email = words("email");
        errors.addIf(
                !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") || email.length() > 200,
                "email",
                "Enter the email address they sign in with, such as name@example.gov.uk");
        return this;
    }

    /** @param own the agency of a manager who looks after one; null: they choose it */
    Changes.NewPost post(@Nullable UUID own, @Nullable Instant from) {
        var agency = own == null ? id("agency", "Choose the agency") : own;
        var team = words("team").isEmpty() ? null : id("team", "Choose the team from the list");
        required("role", 60, "Choose the role").required("reason", LONGEST_REASON, "Say why, in a sentence");
        errors.throwIfAny();
        return new Changes.NewPost(
                java.util.Objects.requireNonNull(agency), team, words("role"), from, words("reason"));
    }

    private @Nullable UUID id(String name, String otherwise) {
        try {
            return UUID.fromString(words(name));
        } catch (IllegalArgumentException e) {
            errors.add(name, otherwise);
            return null;
        }
    }

    /** From the start of that day in London; null (at once) when it is today. */
    @Nullable
    Instant day(String name, LocalDate today) {
        try {
            var day = LocalDate.of(number(name + "-year"), number(name + "-month"), number(name + "-day"));
            errors.addIf(day.isBefore(today), name, "Choose today or a later day")
                    .addIf(day.isAfter(today.plusYears(1)), name, "Choose a day within a year");
            return day.isAfter(today) ? London.startOf(day) : null;
        } catch (NumberFormatException | DateTimeException e) {
            errors.add(name, "Enter a real date, for example 1 12 2026");
            return null;
        }
    }

    private int number(String name) {
        return Integer.parseInt(words(name));
    }

    void throwIfAny() {
        errors.throwIfAny();
    }
}
