package lantern.intake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import lantern.platform.Refused;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, taken one by one: each answers its value or null, and adds to the problems what is wrong with it.
 * What nobody took is unknown and is named too ({@link #nothingElse}), so that a partner notices a misspelt field.
 */
public final class Fields {
    private final @Nullable JsonNode object;
    private final String path;
    private final List<Problem> problems;
    private final Set<String> taken = new HashSet<>();

    private Fields(@Nullable JsonNode object, String path, List<Problem> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    /** The fields of a request's body. @throws Refused (400) when it is no JSON object */
    public static Fields of(byte[] body) {
        try {
            var tree = NotificationReader.JSON.readTree(body);
            if (tree.isObject()) return new Fields(tree, "", new ArrayList<>());
        } catch (JacksonException e) {
            // said below
        }
        throw Refused.unreadable("Send one JSON object in UTF-8");
    }

    /** After the last field. @throws FormErrors naming everything that was wrong */
    public void check() {
        nothingElse();
        var errors = new FormErrors();
        problems.forEach(problem -> errors.add(problem.field(), problem.message()));
        errors.throwIfAny();
    }

    static Fields of(JsonNode object, List<Problem> problems) {
        return new Fields(object, "", problems);
    }

    boolean absent() {
        return object == null;
    }

    int problems() {
        return problems.size();
    }

    /** Says that the object's own field is needed, when the whole object was left out and nothing else was wrong with it. */
    void orWrong(String name) {
        var said = problems.stream().anyMatch(problem -> (problem.field() + ".").equals(path));
        if (!said) wrong(name, "Send this field: it cannot be left out");
    }

    void wrong(String name, String message) {
        problems.add(new Problem(path + name, message));
    }

    /** Null when it was not sent, sent as null, or is of another type (which is then a problem). */
    private @Nullable JsonNode take(String name, String type, java.util.function.Predicate<JsonNode> is) {
        taken.add(name);
        var node = object == null ? null : object.get(name);
        if (node == null || node.isNull()) return null;
        if (is.test(node)) return node;
        wrong(name, "Send " + type);
        return null;
    }

    /** One line of text. Blank is as good as not sent. */
    @Nullable
    public String line(String name, int most) {
        return text(name, most, false);
    }

    /** Text that may have line breaks and tabs. */
    @Nullable
    public String lines(String name, int most) {
        return text(name, most, true);
    }

    private @Nullable String text(String name, int most, boolean breaks) {
        var node = take(name, "text", JsonNode::isString);
        return node == null ? null : checked(name, node.stringValue(), most, breaks);
    }

    private @Nullable String checked(String name, String text, int most, boolean breaks) {
        var wrong = TextRule.wrong(text, most, breaks);
        if (wrong != null) {
            wrong(name, wrong);
            return null;
        }
        return text.isBlank() ? null : text;
    }

    public String required(String name, int most) {
        var before = problems.size();
        var text = line(name, most);
        if (text == null && problems.size() == before) wrong(name, "Send this field: it cannot be left out");
        return text == null ? "" : text;
    }

    public String requiredOneOf(String name, List<String> codes) {
        var before = problems.size();
        var text = oneOf(name, codes);
        if (text == null && problems.size() == before) wrong(name, "Send one of: " + String.join(", ", codes));
        return text == null ? "" : text;
    }

    @Nullable
    public String oneOf(String name, List<String> codes) {
        var text = line(name, 100);
        if (text == null || codes.contains(text)) return text;
        wrong(name, "Send one of: " + String.join(", ", codes));
        return null;
    }

    @Nullable
    Boolean yesOrNo(String name) {
        var node = take(name, "true or false", JsonNode::isBoolean);
        return node == null ? null : node.booleanValue();
    }

    @Nullable
    Integer number(String name, int least, int most) {
        var node = take(name, "a whole number", JsonNode::isIntegralNumber);
        if (node == null) return null;
        if (node.canConvertToInt() && node.intValue() >= least && node.intValue() <= most) return node.intValue();
        wrong(name, "Send a number from " + least + " to " + most);
        return null;
    }

    @Nullable
    LocalDate date(String name, LocalDate first, LocalDate last, String sayLimits) {
        var text = line(name, 100);
        if (text == null) return null;
        try {
            var date = LocalDate.parse(text);
            if (!date.isBefore(first) && !date.isAfter(last)) return date;
            wrong(name, sayLimits);
        } catch (DateTimeParseException e) {
            wrong(name, "Send a real date written as 2011-05-23");
        }
        return null;
    }

    @Nullable
    public Instant instant(String name, Instant first, Instant last, String sayLimits) {
        var text = line(name, 100);
        if (text == null) return null;
        try {
            // To the microsecond, the finest that PostgreSQL keeps: otherwise it rounds, and two readings of one time
            // differ.
            var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (!instant.isBefore(first) && !instant.isAfter(last)) return instant;
            wrong(name, sayLimits);
        } catch (DateTimeParseException e) {
            wrong(name, "Send a real date and time with its offset, written as 2016-07-05T14:05:00+01:00");
        }
        return null;
    }

    List<String> texts(String name, int mostItems, int mostEach) {
        return list(name, mostItems, (item, at) -> {
            if (item.isString()) return checked(at, item.stringValue(), mostEach, true);
            wrong(at, "Send text");
            return null;
        });
    }

    <T> List<T> objects(String name, int mostItems, java.util.function.Function<Fields, T> read) {
        return list(name, mostItems, (item, at) -> {
            if (item.isObject()) return read.apply(new Fields(item, path + at + ".", problems));
            wrong(at, "Send an object");
            return null;
        });
    }

    private <T> List<T> list(String name, int mostItems, BiFunction<JsonNode, String, @Nullable T> read) {
        var node = take(name, "a list", JsonNode::isArray);
        if (node == null) return List.of();
        if (node.size() > mostItems) {
            wrong(name, "Send at most " + mostItems);
            return List.of();
        }
        var all = new ArrayList<T>();
        for (var i = 0; i < node.size(); i++) {
            var item = node.get(i);
            var value = item.isNull() ? null : read.apply(item, name + "[" + i + "]");
            if (value != null) all.add(value);
        }
        return List.copyOf(all);
    }

    /** The fields of an object inside this one; without any when it was not sent. */
    Fields in(String name) {
        return new Fields(take(name, "an object", JsonNode::isObject), path + name + ".", problems);
    }

    public void nothingElse() {
        if (object == null) return;
        for (var name : object.propertyNames()) {
            if (!taken.contains(name))
                wrong(TextRule.shown(name), "This field is not known here: check its spelling, or leave it out");
        }
    }
}
