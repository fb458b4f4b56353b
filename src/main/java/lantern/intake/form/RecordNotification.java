package lantern.intake.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.intake.notification.Problem;
import lantern.intake.quarantine.FieldWords;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form as one message of the HTTP contract, so that what is typed here is checked by the same rules, kept in the same form and
 * read the same way as what a partner's system sends.
 */
public record RecordNotification(Map<String, List<String>> typed) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Field of the form to its place in the message: one line of text each. */
    private static final Map<String, String> TEXTS = texts();

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("kind", "kind");
        for (var name : List.of("name", "relationship", "phone", "email"))
            texts.put("reporter" + capital(name), "reporter." + name);
        for (var name : List.of(
                "familyName",
                "givenNames",
                "knownAs",
                "sex",
                "ethnicity",
                "description",
                "clothing",
                "disability",
                "medication")) texts.put(name, "child." + name);
        for (var name : List.of("upn", "nhsNumber", "policeNominal")) texts.put(name, "child.identifiers." + name);
        for (var name : List.of(
                "lastSeenPlace",
                "lastSeenBy",
                "lastSeenWith",
                "transport",
                "money",
                "danger",
                "exploitation",
                "earlierEpisodes",
                "missingFrom",
                "placementName",
                "circumstances",
                "classification",
                "risk",
                "policeReference")) texts.put(name, "missing." + name);
        for (var name : List.of("foundPlace", "foundBy", "returnedTo", "harm", "safeAndWellCheck"))
            texts.put(name, "found." + name);
        return texts;
    }

    private static final Map<String, String> TIMES =
            Map.of("lastSeen", "missing.lastSeenAt", "foundAt", "found.foundAt", "reported", "reportedAt");

    /** @throws FormErrors for a date or time that is none */
    public byte[] message(String source, String reference, Instant now) {
        var errors = new FormErrors();
        var message = JSON.createObjectNode();
        message.put("source", source);
        message.put("sourceReference", reference);
        message.put("reportedAt", now.toString());
        message.put("wantsFeedback", "yes".equals(text("wantsFeedback")));
        TEXTS.forEach((field, path) -> {
            var value = text(field);
            if (value != null) put(message, path, JSON.valueToTree(value));
        });
        TIMES.forEach((field, path) -> {
            var at = time(field, errors, now);
            if (at != null) put(message, path, JSON.valueToTree(at.toString()));
        });
        var born = born(errors);
        if (born != null) put(message, "child.dateOfBirth", JSON.valueToTree(born.toString()));
        age(message, errors);
        if ("yes".equals(text("outOfCharacter"))) put(message, "missing.outOfCharacter", JSON.valueToTree(true));
        var concerns = lines("concerns");
        if (!concerns.isEmpty()) put(message, "missing.concerns", JSON.valueToTree(concerns));
        var checks = typed.getOrDefault("checks", List.of()).stream()
                .filter(check -> !check.isBlank())
                .toList();
        if (!checks.isEmpty()) put(message, "missing.checks", JSON.valueToTree(checks));
        var accounts = lines("accounts");
        if (!accounts.isEmpty()) put(message, "child.accounts", JSON.valueToTree(accounts));
        if (text("childPhone") != null) put(message, "child.phones", JSON.valueToTree(List.of(text("childPhone"))));
        address(message);
        errors.throwIfAny();
        return JSON.writeValueAsBytes(message);
    }

    private void address(ObjectNode message) {
        var address = new LinkedHashMap<String, String>();
        if (text("address") != null) address.put("lines", text("address"));
        if (text("postcode") != null) address.put("postcode", text("postcode"));
        if (address.isEmpty()) return;
        address.put("kind", "home");
        put(message, "child.addresses", JSON.valueToTree(List.of(address)));
    }

    private void age(ObjectNode message, FormErrors errors) {
        var age = text("approximateAge");
        if (age == null) return;
        if (age.matches("\\d{1,2}")) put(message, "child.approximateAge", JSON.valueToTree(Integer.valueOf(age)));
        else errors.add("approximateAge", "Enter the age in years, such as 14");
    }

    /** The problems of the message, each at the form's own field. */
    public static FormErrors errors(List<Problem> problems) {
        var errors = new FormErrors();
        for (var problem : problems)
            errors.add(field(problem.field()), FieldWords.message(problem.field(), problem.message()));
        return errors;
    }

    private static @Nullable String field(String path) {
        return Stream.concat(TEXTS.entrySet().stream(), TIMES.entrySet().stream())
                .filter(each -> each.getValue().equals(path))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> switch (path) {
                    case "child.dateOfBirth" -> "born";
                    case "child.approximateAge" -> "approximateAge";
                    default ->
                        path.startsWith("child.addresses")
                                ? "address"
                                : path.startsWith("child.phones")
                                        ? "childPhone"
                                        : path.startsWith("missing.concerns")
                                                ? "concerns"
                                                : path.startsWith("child.accounts")
                                                        ? "accounts"
                                                        : path.startsWith("missing.checks") ? "checks" : null;
                });
    }

    /** What can be filled in from a message that was not accepted: every text that stands where the contract has one. */
    static Map<String, String> known(byte[] raw) {
        var known = new LinkedHashMap<String, String>();
        JsonNode tree;
        try {
            tree = JSON.readTree(raw);
        } catch (tools.jackson.core.JacksonException e) {
            return known;
        }
        TEXTS.forEach((field, path) -> {
            var node = tree.at("/" + path.replace('.', '/'));
            if (node.isString() || node.isNumber()) known.put(field, node.asString());
        });
        return known;
    }

    private static void put(ObjectNode message, String path, JsonNode value) {
        var at = message;
        var names = path.split("\\.");
        for (var i = 0; i < names.length - 1; i++)
            at = at.get(names[i]) instanceof ObjectNode inside ? inside : at.putObject(names[i]);
        at.set(names[names.length - 1], value);
    }

    private @Nullable LocalDate born(FormErrors errors) {
        try {
            return date("born");
        } catch (DateTimeException | NumberFormatException e) {
            errors.add("born", "Enter a real date, such as 23 5 2011, or leave it empty");
            return null;
        }
    }

    /** The day may be left out: then it is today. */
    private @Nullable Instant time(String field, FormErrors errors, Instant now) {
        try {
            var date = date(field);
            var time = text(field + "Time");
            if (date == null && time == null) return null;
            var day = date == null ? London.date(now) : date;
            if (time == null) {
                errors.add(field, "Enter the time too, such as 14:05");
                return null;
            }
            return day.atTime(LocalTime.parse(time.length() == 4 ? "0" + time : time))
                    .atZone(London.ZONE)
                    .toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            errors.add(field, "Enter a real date, such as 22 11 2026, and a time, such as 14:05");
            return null;
        }
    }

    private @Nullable LocalDate date(String field) {
        var year = text(field + "-year");
        var month = text(field + "-month");
        var day = text(field + "-day");
        if (year == null && month == null && day == null) return null;
        return LocalDate.of(
                Integer.parseInt(String.valueOf(year)),
                Integer.parseInt(String.valueOf(month)),
                Integer.parseInt(String.valueOf(day)));
    }

    private ArrayList<String> lines(String field) {
        var text = text(field);
        return new ArrayList<>(
                text == null
                        ? List.of()
                        : text.lines().filter(line -> !line.isBlank()).toList());
    }

    private @Nullable String text(String field) {
        var values = typed.getOrDefault(field, List.of());
        var value = values.isEmpty() ? "" : values.getFirst().strip();
        return value.isEmpty() ? null : value;
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
