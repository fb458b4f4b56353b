package lantern.children.record;

import gg.jte.Content;
import lantern.calendar.London;
import lantern.children.care.CareCodes;
import lantern.children.identifiers.IdentifierKind;
import lantern.children.identifiers.Postcode;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** The sections of a child's page as lists of facts. */
public final class Sections {
    private Sections() {}

    public static SummaryList identity(ChildPage page) {
        var child = page.child();
        var list = SummaryList.of();
        for (var name : child.names())
            list = list.row(nameKind(name.kind()), (name.given() + " " + name.family()).strip());
        for (var identifier : child.identifiers()) {
            var kind = IdentifierKind.of(identifier.kind());
            list = list.row(
                    kind.title(),
                    identifier.wellFormed()
                            ? Text.of(identifier.value())
                            : marked(
                                    identifier.value(),
                                    kind == IdentifierKind.UPN ? "Check letter wrong" : "Check digit wrong"));
        }
        return list.row("Sex", sex(child.sex()))
                .row("Ethnicity", ethnicity(child.ethnicity()))
                .row("Description", child.description());
    }

    public static SummaryList contact(ChildPage page) {
        var list = SummaryList.of();
        for (var address : page.child().addresses()) {
            var kind = address.endsOn() != null || address.kind().equals("previous")
                    ? "Earlier address"
                    : address.kind().equals("home") ? "Home" : "Other address";
            list = list.row(kind, address(address));
        }
        for (var phone : page.child().phones()) list = list.row("Phone", phone);
        for (var school : page.schools())
            list = list.row(
                    school.now() ? "School" : "Earlier school",
                    school.name()
                            + (school.startsOn() == null ? "" : ", from " + London.day(school.startsOn()))
                            + (school.endsOn() == null ? "" : ", until " + London.day(school.endsOn())));
        return list.rows().isEmpty() ? list.row("Addresses, phones and schools", "None recorded") : list;
    }

    public static SummaryList care(ChildPage page) {
        var child = page.child();
        var status = child.legalStatuses().stream()
                .filter(each -> each.endsOn() == null)
                .findFirst();
        var list = SummaryList.of()
                .row(
                        "Legal status",
                        status.map(each -> OwnEvents.named(CareCodes.LEGAL_STATUSES, each.code()) + " (" + each.code()
                                        + "), from " + London.day(each.startsOn()))
                                .orElse("None in force: not looked after"));
        var placed = child.placed();
        if (placed == null) list = list.row("Placement", "None today");
        else {
            list = list.row(
                            "Placement",
                            placed.name() + " (" + OwnEvents.named(CareCodes.PLACEMENT_TYPES, placed.type())
                                    + "), from " + London.day(placed.startsOn()))
                    .row("Placement address", placementAddress(page, placed));
            if (placed.hostAuthority() != null) list = list.row("Placed in", placed.hostAuthority());
        }
        if (child.responsibleAuthority() != null)
            list = list.row("Responsible authority", child.responsibleAuthority());
        return list.row("Allocated worker", page.worker());
    }

    // What the database kept back is said to be kept back, so that nobody takes it for unknown.
    private static String placementAddress(ChildPage page, ChildRecord.Placement placed) {
        if (!page.mayWrite()) return "Withheld: placement address, ask the allocated worker";
        return placed.address() == null ? "Not recorded" : words(placed.address(), placed.postcode());
    }

    private static Content address(ChildRecord.Address address) {
        var postcode = address.postcode();
        var words = words(address.lines(), postcode)
                + (address.startsOn() == null ? "" : ", from " + London.day(address.startsOn()))
                + (address.endsOn() == null ? "" : ", until " + London.day(address.endsOn()));
        return postcode == null || Postcode.isWellFormed(postcode)
                ? Text.of(words)
                : marked(words, "Postcode form wrong");
    }

    static String words(String lines, @Nullable String postcode) {
        var onOneLine = lines.strip().replaceAll("\\s*\\R\\s*", ", ");
        return postcode == null ? onOneLine : onOneLine.isEmpty() ? postcode : onOneLine + ", " + postcode;
    }

    private static Content marked(String value, String wrong) {
        var words = Text.of(value + " ");
        var tag = Tag.of(wrong).red();
        return output -> {
            words.writeTo(output);
            tag.writeTo(output);
        };
    }

    // A partner may send a code of the national list or words of their own.
    static @Nullable String ethnicity(@Nullable String recorded) {
        return recorded == null ? null : OwnEvents.named(CareCodes.ETHNICITIES, recorded);
    }

    static String nameKind(String kind) {
        return switch (kind) {
            case "current" -> "Name";
            case "previous" -> "Earlier name";
            default -> "Also known as";
        };
    }

    static String sex(String sex) {
        return switch (sex) {
            case "female" -> "Female";
            case "male" -> "Male";
            default -> "Not known";
        };
    }
}
