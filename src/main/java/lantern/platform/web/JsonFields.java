package lantern.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.Refused;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a small JSON body, taken one by one; everything wrong is named at once, an unknown field too. */
public final class JsonFields {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 8000;

    private final JsonNode object;
    private final Instant now;
    private final Set<String> taken = new HashSet<>();
    private final FormErrors errors = new FormErrors();

    private JsonFields(JsonNode object, Instant now) {
        this.object = object;
        this.now = now;
    }

    public static JsonFields of(byte[] bytes, Instant now) {
        try {
            var node = JSON.readTree(bytes);
            if (node == null || !node.isObject()) throw new Refused("Send one JSON object", "body");
            return new JsonFields(node, now);
        } catch (JacksonException e) {
            throw new Refused("The body is not JSON: send one JSON object in UTF-8", "body");
        }
    }

    public String text(String field, int longest) {
        var text = text(field);
        if (text.length() > longest) errors.add(field, "Send at most " + longest + " characters");
        return text;
    }

    public String text(String field) {
        var text = optional(field);
        if (text == null) errors.add(field, "Send this field: it cannot be left out");
        return text == null ? "" : text;
    }

    public @Nullable String optional(String field) {
        var node = take(field);
        if (node == null) return null;
        if (!node.isString()) {
            errors.add(field, "Send text");
            return null;
        }
        var text = node.stringValue().strip();
        if (text.length() > LONGEST) errors.add(field, "Send at most " + LONGEST + " characters");
        var half = text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        if (half) errors.add(field, "Leave out the character U+0000 and halves of surrogate pairs");
        return text.isEmpty() ? null : text;
    }

    public String choice(String field, Collection<String> allowed) {
        var text = optional(field);
        if (text != null && allowed.contains(text)) return text;
        errors.add(field, "Send one of: " + String.join(", ", allowed));
        return "";
    }

    public @Nullable String optionalChoice(String field, Collection<String> allowed) {
        return object.hasNonNull(field) ? choice(field, allowed) : optional(field);
    }

    public boolean yes(String field) {
        var node = take(field);
        if (node != null && node.isBoolean()) return node.booleanValue();
        errors.add(field, "Send true or false");
        return false;
    }

    public UUID id(String field) {
        var text = text(field);
        if (text.isEmpty()) return new UUID(0, 0);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            errors.add(field, "Send an id such as 0198c8f0-7d3e-7000-8000-000000000000");
            return new UUID(0, 0);
        }
    }

    /** An instant with its offset, not in the future. */
    public Instant time(String field) {
        var text = text(field);
        if (text.isEmpty()) return Instant.EPOCH;
        try {
            var at = OffsetDateTime.parse(text).toInstant();
            if (at.isAfter(now)) errors.add(field, "The time is in the future: send when it happened");
            if (at.isBefore(EARLIEST)) errors.add(field, "Send a time after 1990");
            return at;
        } catch (DateTimeParseException e) {
            errors.add(field, "Send a time with its offset, such as 2026-03-27T18:00:00+00:00");
            return Instant.EPOCH;
        }
    }

    /** A day that is over or today. */
    public LocalDate day(String field) {
        var text = text(field);
        if (text.isEmpty()) return LocalDate.EPOCH;
        try {
            var day = LocalDate.parse(text);
            if (day.isAfter(London.date(now))) errors.add(field, "The day is in the future: send when it happened");
            if (day.isBefore(London.date(EARLIEST))) errors.add(field, "Send a day after 1990");
            return day;
        } catch (DateTimeParseException e) {
            errors.add(field, "Send a day such as 2026-03-27");
            return LocalDate.EPOCH;
        }
    }

    /** At least one of these. */
    public List<String> some(String field, Collection<String> allowed) {
        var node = take(field);
        var chosen = new ArrayList<String>();
        if (node != null && node.isArray()) for (var each : node) chosen.add(each.isString() ? each.stringValue() : "");
        if (chosen.isEmpty() || !allowed.containsAll(chosen))
            errors.add(field, "Send a list with some of: " + String.join(", ", allowed));
        return chosen.stream().distinct().toList();
    }

    public @Nullable UUID optionalId(String field) {
        return object.hasNonNull(field) ? id(field) : null;
    }

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** After the last field: refuses what nobody took, and everything that was wrong. */
    public void check() {
        object.propertyNames().stream()
                .filter(name -> !taken.contains(name))
                .forEach(name -> errors.add(name, "There is no such field here"));
        errors.throwIfAny();
    }

    private @Nullable JsonNode take(String field) {
        taken.add(field);
        return object.hasNonNull(field) ? object.get(field) : null;
    }
}
