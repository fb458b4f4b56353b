package lantern.children.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantern.children.NewChild;
import lantern.children.Wanted;
import lantern.children.forms.Typed;
import lantern.children.identifiers.IdentifierKind;
import org.jspecify.annotations.Nullable;

/** The form "add a child": what was typed, and the tick that says the register was searched. */
record AddChild(NewChild child, boolean searched) {
    static AddChild read(Map<String, String> fields, LocalDate today) {
        var typed = new Typed(fields);
        var family = typed.required("familyName", "Enter the child's family name");
        var born = typed.day("born");
        typed.refuseIf(born != null && born.isAfter(today), "born", "The date of birth must be in the past");
        typed.refuseIf(born != null && born.isBefore(today.minusYears(30)), "born", "Check the year of birth");
        typed.throwIfAny();
        var identifiers = new HashMap<String, String>();
        for (var kind : IdentifierKind.values()) {
            var value = typed.wordsOrNull(kind.code());
            if (value != null) identifiers.put(kind.code(), value);
        }
        var child = new NewChild(
                family,
                typed.words("givenNames"),
                typed.wordsOrNull("knownAs"),
                born,
                typed.ticked("approximate"),
                typed.words("sex"),
                typed.wordsOrNull("ethnicity"),
                typed.wordsOrNull("description"),
                identifiers,
                address(typed),
                some(typed.wordsOrNull("phone")));
        return new AddChild(child, typed.ticked("searched"));
    }

    Wanted wanted() {
        var postcodes = child.addresses().stream()
                .flatMap(each -> some(each.postcode()).stream())
                .toList();
        return new Wanted(
                child.familyName(),
                child.givenNames(),
                child.knownAs(),
                child.birthApproximate() ? null : child.dateOfBirth(),
                child.sex(),
                child.identifiers(),
                postcodes,
                child.phones());
    }

    private static List<NewChild.Address> address(Typed typed) {
        var lines = typed.words("address");
        var postcode = typed.wordsOrNull("postcode");
        return lines.isEmpty() && postcode == null ? List.of() : List.of(new NewChild.Address(lines, postcode, "home"));
    }

    private static List<String> some(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
