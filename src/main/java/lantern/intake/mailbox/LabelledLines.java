package lantern.intake.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lantern.intake.mailbox.Label.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns "Label: value" lines into the JSON of the HTTP contract, which is then read and refused by the same reader as a partner system's. */
final class LabelledLines {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern QUOTED = Pattern.compile("^(?:>\\s?)+");
    private static final int LONGEST_LABEL = 60;
    private static final int MOST_LINES = 5_000;

    private final EnumMap<Label, String> values = new EnumMap<>(Label.class);

    private LabelledLines() {}

    static LabelledLines of(String text, Map<String, String> own) {
        var read = new LabelledLines();
        var value = new StringBuilder();
        Label label = null;
        var lines = 0;
        for (var written : (Iterable<String>) text.lines()::iterator) {
            if (++lines > MOST_LINES) break;
            var line = QUOTED.matcher(written).replaceFirst("");
            var colon = line.indexOf(':');
            var next = colon < 1 || colon > LONGEST_LABEL ? null : Label.of(line.substring(0, colon), own);
            if (next != null) {
                read.keep(label, value);
                label = next;
                value.setLength(0);
                value.append(line.substring(colon + 1).strip());
            } else if (label != null && label.reading == Reading.LINES) {
                value.append('\n').append(line.strip());
            } else if (!line.isBlank()) {
                read.keep(label, value);
                label = null;
            }
        }
        read.keep(label, value);
        return read;
    }

    /** The same from the cells of a row; a column that is none is passed over. */
    static LabelledLines cells(Map<String, String> cells) {
        var read = new LabelledLines();
        cells.forEach((column, value) -> read.keep(Label.of(column, Map.of()), new StringBuilder(value)));
        return read;
    }

    // The first one stands: what follows a message is often the message it answers.
    private void keep(@Nullable Label label, StringBuilder value) {
        var text = value.toString().strip();
        if (label != null && !text.isEmpty()) values.putIfAbsent(label, text);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    @Nullable
    String value(Label label) {
        return values.get(label);
    }

    /**
     * The notification as JSON.
     *
     * @param source what the sender's system is called when the message does not say
     * @param mail fills in for a reference or a time that the message does not say
     */
    String json(String source, Mail mail, String digest, Instant receivedAt) {
        var root = JSON.createObjectNode();
        values.forEach((label, text) -> put(root, label, text));
        if (!values.containsKey(Label.SOURCE)) root.put("source", source);
        if (!values.containsKey(Label.REFERENCE)) root.put("sourceReference", reference(mail, digest));
        if (!values.containsKey(Label.REPORTED_AT)) {
            var sent = mail.sentAt();
            root.put("reportedAt", (sent == null || sent.isAfter(receivedAt) ? receivedAt : sent).toString());
        }
        return root.toString();
    }

    private String reference(Mail mail, String digest) {
        var police = values.get(Label.POLICE_REFERENCE);
        if (police != null) return police;
        var id = mail.messageId();
        return id == null || id.length() > 200 ? digest : id;
    }

    private static void put(ObjectNode root, Label label, String text) {
        switch (label) {
            case NAME -> name(in(root, "child"), text);
            case ADDRESS -> address(in(root, "child")).put("lines", text);
            case POSTCODE -> address(in(root, "child")).put("postcode", text);
            case PHONE -> in(root, "child").putArray("phones").add(text);
            case ACCOUNT -> in(root, "child").putArray("accounts").add(text);
            default -> {
                var path = new ArrayList<>(List.of(label.path.split("\\.")));
                var field = path.removeLast();
                var object = root;
                for (var step : path) object = in(object, step);
                value(object, field, label, text);
            }
        }
    }

    private static void value(ObjectNode object, String field, Label label, String text) {
        switch (label.reading) {
            case NUMBER -> {
                if (text.matches("\\d{1,3}")) object.put(field, Integer.parseInt(text));
                else object.put(field, text);
            }
            case YES_OR_NO -> {
                var answer = Values.yesOrNo(text);
                if (answer == null) object.put(field, text);
                else object.put(field, answer.booleanValue());
            }
            default ->
                object.put(
                        field,
                        switch (label.reading) {
                            case CODE -> Values.code(label, text);
                            case DATE -> Values.date(text);
                            case MOMENT -> Values.moment(text);
                            default -> text;
                        });
        }
    }

    // "SMITH, John" or "John Smith".
    private static void name(ObjectNode child, String text) {
        var comma = text.indexOf(',');
        var space = text.lastIndexOf(' ');
        var family = comma > 0 ? text.substring(0, comma) : text.substring(space + 1);
        var given = comma > 0 ? text.substring(comma + 1) : space < 0 ? "" : text.substring(0, space);
        if (!child.has("familyName")) child.put("familyName", family.strip());
        if (!child.has("givenNames") && !given.isBlank()) child.put("givenNames", given.strip());
    }

    private static ObjectNode address(ObjectNode child) {
        var all = child.withArray("addresses");
        if (all.isEmpty()) all.addObject().put("kind", "home");
        return (ObjectNode) all.get(0);
    }

    private static ObjectNode in(ObjectNode object, String name) {
        return object.get(name) instanceof ObjectNode there ? there : object.putObject(name);
    }
}
