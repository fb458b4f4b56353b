package lantern.children.record;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.children.care.CareCodes;
import lantern.children.circumstances.Circumstances;
import lantern.children.identifiers.IdentifierKind;
import lantern.children.identifiers.Postcode;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** The sections of a child's page as lists of facts. */
public final class Sections {
    private Sections() {}

    /** Who may write is led to change it, everybody else to how it changed. */
    private static SummaryList.Action door(ChildPage page, String noun, String what) {
        var here = "/children/" + page.child().id() + "/" + noun;
        return SummaryList.Action.of(page.mayWrite() ? "Change" : "History", here, what);
    }

    public static SummaryList identity(ChildPage page) {
        var child = page.child();
        var around = page.around().languages();
        var list = SummaryList.of();
        for (var name : child.names()) {
            var words = (name.given() + " " + name.family()).strip() + days(name.startsOn(), name.endsOn());
            list = list.row(nameKind(name.kind()), words, door(page, "names", "names"));
        }
        list = list.row("Date of birth", born(page, around.birthNote()), door(page, "birth", "date of birth"));
        for (var identifier : child.identifiers()) {
            var kind = IdentifierKind.of(identifier.kind());
            Content value = identifier.wellFormed()
                    ? Text.of(identifier.value())
                    : marked(
                            identifier.value(),
                            kind == IdentifierKind.UPN ? "Check letter wrong" : "Check digit wrong");
            list = list.row(kind.title(), value, door(page, "identifiers", "identifiers"));
        }
        if (child.identifiers().isEmpty())
            list = list.row("Identifiers", "None recorded", door(page, "identifiers", "identifiers"));
        var gender = around.gender() == null ? "" : ", gender: " + around.gender();
        return list.row("Sex and gender", sex(child.sex()) + gender, door(page, "sex", "sex and gender"))
                .row(
                        "Ethnicity",
                        or(ethnicity(child.ethnicity()), "Not recorded"),
                        door(page, "ethnicity", "ethnicity"))
                .row("Languages", languages(around), door(page, "languages", "languages"));
    }

    private static String born(ChildPage page, @Nullable String note) {
        return page.born() + (note == null ? "" : ". " + note);
    }

    private static String languages(Circumstances.Languages known) {
        var interpreter =
                switch (known.interpreter()) {
                    case "yes" -> "interpreter needed";
                    case "no" -> "no interpreter needed";
                    default -> null;
                };
        var others = known.others() == null ? null : "also " + known.others();
        var words = Stream.of(known.first(), others, interpreter, known.note())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "Not recorded" : words;
    }

    public static SummaryList contact(ChildPage page) {
        var around = page.around();
        var list = SummaryList.of();
        if (page.withheld().has("contact")) return schools(list.row("Addresses and phones", page.ask()), page);
        var addresses = door(page, "addresses", "addresses");
        for (var address : page.child().addresses()) {
            var kind = address.endsOn() != null || address.kind().equals("previous")
                    ? "Earlier address"
                    : address.kind().equals("home") ? "Home" : "Other address";
            list = list.row(kind, address(address), addresses);
        }
        if (page.child().addresses().isEmpty()) list = list.row("Addresses", "None recorded", addresses);
        var safe = door(page, "safe-addresses", "safe addresses");
        for (var each : around.safeAddresses()) {
            if (each.endsOn() != null) continue;
            var known = each.whoMayKnow() == null ? "" : ". Known to " + each.whoMayKnow();
            list = list.row("Safe address", marked(words(each.lines(), each.postcode()) + known, "Secret"), safe);
        }
        var phones = door(page, "phones", "phones");
        for (var each : around.phones()) {
            if (each.endsOn() == null)
                list = list.row(phoneKind(each.kind()), noted(each.number(), each.note()), phones);
        }
        if (around.phones().isEmpty()) list = list.row("Phones", "None recorded", phones);
        var accounts = door(page, "accounts", "social media and games");
        for (var each : around.accounts()) {
            if (each.endsOn() == null) list = list.row(each.platform(), noted(each.handle(), each.note()), accounts);
        }
        if (around.accounts().isEmpty()) list = list.row("Social media and games", "None recorded", accounts);
        return schools(list, page);
    }

    private static SummaryList schools(SummaryList list, ChildPage page) {
        if (page.withheld().has("education")) return list.row("Schools", page.ask());
        var schools = door(page, "schools", "schools");
        var known = page.around().schools();
        for (var school : known)
            list = list.row(
                    school.endsOn() == null ? "School" : "Earlier school",
                    school.name() + days(school.startsOn(), school.endsOn()),
                    schools);
        return known.isEmpty() ? list.row("Schools", "None recorded", schools) : list;
    }

    private static String noted(String value, @Nullable String note) {
        return note == null ? value : value + " (" + note + ")";
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate until) {
        return (from == null ? "" : ", from " + London.day(from))
                + (until == null ? "" : ", until " + London.day(until));
    }

    public static SummaryList care(ChildPage page) {
        var child = page.child();
        var status = child.legalStatuses().stream()
                .filter(each -> each.endsOn() == null)
                .findFirst();
        var list = SummaryList.of()
                .row(
                        "Legal status",
                        page.withheld().has("legal")
                                ? page.ask()
                                : status.map(each -> OwnEvents.named(CareCodes.LEGAL_STATUSES, each.code()) + " ("
                                                + each.code() + "), from " + London.day(each.startsOn()))
                                        .orElse("None in force: not looked after"));
        var placed = child.placed();
        if (page.withheld().has("contact")) list = list.row("Placement", page.ask());
        else if (placed == null) list = list.row("Placement", "None today");
        else {
            list = list.row(
                            "Placement",
                            placed.name() + " (" + OwnEvents.named(CareCodes.PLACEMENT_TYPES, placed.type())
                                    + "), from " + London.day(placed.startsOn()))
                    .row("Placement address", placementAddress(page, placed));
            if (placed.hostAuthority() != null) list = list.row("Host authority", placed.hostAuthority());
        }
        var officer = page.around().officer();
        return list.row(
                        "Responsible authority",
                        or(child.responsibleAuthority(), "This authority"),
                        door(page, "responsible-authority", "responsible authority"))
                .row("Allocated worker", page.worker())
                .row(
                        "Reviewing officer",
                        officer == null ? "None appointed" : or(page.people().name(officer.person()), "Not known"));
    }

    // What the database kept back is said to be kept back, so that nobody takes it for unknown.
    private static String placementAddress(ChildPage page, ChildRecord.Placement placed) {
        if (!page.mayWrite() || page.withheld().has("placement-address")) return page.ask();
        return placed.address() == null ? "Not recorded" : words(placed.address(), placed.postcode());
    }

    private static Content address(ChildRecord.Address address) {
        var postcode = address.postcode();
        var words = words(address.lines(), postcode) + days(address.startsOn(), address.endsOn());
        return postcode == null || Postcode.isWellFormed(postcode)
                ? Text.of(words)
                : marked(words, "Postcode form wrong");
    }

    static String words(String lines, @Nullable String postcode) {
        var onOneLine = lines.strip().replaceAll("\\s*\\R\\s*", ", ");
        return postcode == null ? onOneLine : onOneLine.isEmpty() ? postcode : onOneLine + ", " + postcode;
    }

    static Content marked(String value, String wrong) {
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

    private static String or(@Nullable String words, String otherwise) {
        return words == null || words.isBlank() ? otherwise : words;
    }

    private static String phoneKind(String kind) {
        return switch (kind) {
            case "mobile" -> "Mobile";
            case "home" -> "Phone at home";
            default -> "Phone";
        };
    }

    static String nameKind(String kind) {
        return switch (kind) {
            case "current" -> "Name";
            case "previous" -> "Earlier name";
            case "birth" -> "Name at birth";
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
