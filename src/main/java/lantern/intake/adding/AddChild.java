package lantern.intake.adding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lantern.children.NewChild;
import lantern.intake.Said;
import lantern.intake.notification.TextRule;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;

/** The form: what it is filled in with, and what it comes to. */
public record AddChild(Map<String, String> typed) {

    /** From what the notification said; the hub worker only mends it. */
    public static Map<String, String> known(Said said, LocalDate today) {
        var known = new LinkedHashMap<String, String>();
        var child = said.child();
        if (child == null) return known;
        put(known, "familyName", child.familyName());
        put(known, "givenNames", child.givenNames());
        put(known, "knownAs", child.knownAs());
        put(known, "sex", child.sex());
        put(known, "ethnicity", child.ethnicity());
        put(known, "description", child.description());
        if (child.dateOfBirth() != null) {
            birth(known, child.dateOfBirth());
        } else if (child.approximateAge() != null) {
            birth(known, today.minusYears(child.approximateAge()).withDayOfYear(1));
            known.put("approximate", "yes");
        }
        put(known, "upn", child.identifiers().get("upn"));
        put(known, "nhsNumber", child.identifiers().get("nhsNumber"));
        put(known, "policeNominal", child.identifiers().get("policeNominal"));
        if (!child.addresses().isEmpty()) {
            put(known, "address", child.addresses().getFirst().lines());
            put(known, "postcode", child.addresses().getFirst().postcode());
        }
        if (!child.phones().isEmpty()) put(known, "phone", child.phones().getFirst());
        return known;
    }

    private static void birth(Map<String, String> known, LocalDate date) {
        known.put("born-day", Integer.toString(date.getDayOfMonth()));
        known.put("born-month", Integer.toString(date.getMonthValue()));
        known.put("born-year", Integer.toString(date.getYear()));
    }

    private static void put(Map<String, String> known, String name, @Nullable String value) {
        if (value != null) known.put(name, value);
    }

    /** @throws FormErrors naming every wrong field */
    public NewChild child(Said said, LocalDate today) {
        var errors = new FormErrors();
        errors.addIf(text("familyName") == null, "familyName", "Enter the family name, or what the child is called");
        Stream.of(
                        "familyName",
                        "givenNames",
                        "knownAs",
                        "ethnicity",
                        "upn",
                        "nhsNumber",
                        "policeNominal",
                        "postcode",
                        "phone")
                .filter(name -> length(name) > 200)
                .forEach(name -> errors.add(name, "Use 200 characters or fewer"));
        typed.forEach((name, value) -> {
            var wrong = TextRule.wrong(value, 20_000, true);
            errors.addIf(wrong != null, name, String.valueOf(wrong));
        });
        errors.addIf(length("description") > 20_000, "description", "Use 20,000 characters or fewer");
        errors.addIf(length("address") > 500, "address", "Use 500 characters or fewer");
        var born = born(errors, today);
        errors.throwIfAny();
        var identifiers = new LinkedHashMap<String, String>();
        put(identifiers, "upn", text("upn"));
        put(identifiers, "nhs-number", text("nhsNumber"));
        put(identifiers, "police-nominal", text("policeNominal"));
        var sex = text("sex");
        return new NewChild(
                typed.getOrDefault("familyName", "").strip(),
                typed.getOrDefault("givenNames", "").strip(),
                text("knownAs"),
                born,
                born != null && "yes".equals(typed.get("approximate")),
                sex == null || !List.of("female", "male").contains(sex) ? "not-known" : sex,
                text("ethnicity"),
                text("description"),
                identifiers,
                addresses(said),
                phones(said));
    }

    private @Nullable LocalDate born(FormErrors errors, LocalDate today) {
        var parts =
                Stream.of("born-year", "born-month", "born-day").map(this::text).toList();
        if (parts.stream().allMatch(java.util.Objects::isNull)) return null;
        try {
            var born = LocalDate.of(number(parts.get(0)), number(parts.get(1)), number(parts.get(2)));
            if (born.isAfter(today) || !born.isAfter(today.minusYears(26)))
                errors.add("born", "Enter the birth of someone aged 0 to 25");
            return born;
        } catch (DateTimeException | NumberFormatException e) {
            errors.add("born", "Enter a real date, such as 23 5 2011, or leave it empty");
            return null;
        }
    }

    private static int number(@Nullable String text) {
        return Integer.parseInt(text == null ? "" : text);
    }

    /** The first address and phone stand in the form; the others of the message are kept as it gave them. */
    private List<NewChild.Address> addresses(Said said) {
        var lines = text("address");
        var first = lines == null && text("postcode") == null
                ? Stream.<NewChild.Address>empty()
                : Stream.of(new NewChild.Address(lines == null ? "" : lines, text("postcode"), "home"));
        var child = said.child();
        var others = child == null
                ? Stream.<NewChild.Address>empty()
                : child.addresses().stream()
                        .skip(1)
                        .map(each -> new NewChild.Address(
                                each.lines() == null ? "" : each.lines(),
                                each.postcode(),
                                each.kind() == null ? "other" : each.kind()));
        return Stream.concat(first, others).toList();
    }

    private List<String> phones(Said said) {
        var first = text("phone");
        var child = said.child();
        var others =
                child == null ? Stream.<String>empty() : child.phones().stream().skip(1);
        return Stream.concat(Stream.ofNullable(first), others).toList();
    }

    private int length(String name) {
        return typed.getOrDefault(name, "").length();
    }

    private @Nullable String text(String name) {
        var value = typed.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }
}
