package lantern.children;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.children.identifiers.IdentifierKind;
import lantern.children.identifiers.Postcode;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds a child to the register with everything that came with them, in one statement: a notification waits for it. */
final class Registration {
    private static final String ADD = """
            with child as (
                insert into children.child (authority_id, id, reference, family_name, given_names, known_as, date_of_birth, birth_precision, sex,
                                            ethnicity, description, recorded_at, recorded_by)
                values ((select ctx.authority()), :id, 'C-' || nextval('children.reference_number'), :family, :given, :knownAs, :born, :precision,
                        :sex, :ethnicity, :description, :at, :by)),
            names as (
                insert into children.name (authority_id, id, child_id, kind, family_name, given_names, recorded_at, recorded_by)
                select (select ctx.authority()), n.id, :id, n.kind, n.family, n.given, :at, :by
                from unnest(:nameIds::uuid[], :nameKinds::text[], :families::text[], :givens::text[]) n (id, kind, family, given)),
            identifiers as (
                insert into children.identifier (authority_id, id, child_id, kind, value, well_formed, recorded_at, recorded_by)
                select (select ctx.authority()), i.id, :id, i.kind, i.value, i.well_formed, :at, :by
                from unnest(:identifierIds::uuid[], :kinds::text[], :values::text[], :wellFormed::boolean[]) i (id, kind, value, well_formed)),
            addresses as (
                insert into children.address (authority_id, id, child_id, kind, lines, postcode, recorded_at, recorded_by)
                select (select ctx.authority()), a.id, :id, a.kind, a.lines, a.postcode, :at, :by
                from unnest(:addressIds::uuid[], :addressKinds::text[], :lines::text[], :postcodes::text[]) a (id, kind, lines, postcode))
            insert into children.phone (authority_id, id, child_id, number, recorded_at, recorded_by)
            select (select ctx.authority()), p.id, :id, p.number, :at, :by
            from unnest(:phoneIds::uuid[], :phones::text[]) p (id, number)
            """;

    private Registration() {}

    static UUID add(JdbcClient db, NewChild child, UUID recordedBy, Instant at) {
        var family = child.familyName().strip();
        if (family.isEmpty()) throw new Refused("Enter the child's family name", "familyName");
        var given = child.givenNames().strip();
        var id = Ids.next();
        var names = names(family, given, blankToNull(child.knownAs()));
        var identifiers = child.identifiers().entrySet().stream()
                .filter(each -> !each.getValue().isBlank())
                .toList();
        var addresses = child.addresses().stream()
                .filter(each -> !each.lines().isBlank() || each.postcode() != null)
                .toList();
        var phones = child.phones().stream().filter(each -> !each.isBlank()).toList();
        db.sql(ADD)
                .param("id", id)
                .param("family", family)
                .param("given", given)
                .param("knownAs", blankToNull(child.knownAs()))
                .param("born", child.dateOfBirth())
                .param(
                        "precision",
                        child.dateOfBirth() == null ? "unknown" : child.birthApproximate() ? "approximate" : "exact")
                .param("sex", sex(child.sex()))
                .param("ethnicity", blankToNull(child.ethnicity()))
                .param("description", blankToNull(child.description()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", recordedBy)
                .param("nameIds", ids(names.size()))
                .param("nameKinds", names.stream().map(Name::kind).toArray(String[]::new))
                .param("families", names.stream().map(Name::family).toArray(String[]::new))
                .param("givens", names.stream().map(Name::given).toArray(String[]::new))
                .param("identifierIds", ids(identifiers.size()))
                .param(
                        "kinds",
                        identifiers.stream()
                                .map(each -> IdentifierKind.of(each.getKey()).code())
                                .toArray(String[]::new))
                .param(
                        "values",
                        identifiers.stream()
                                .map(each -> each.getValue().strip())
                                .toArray(String[]::new))
                .param(
                        "wellFormed",
                        identifiers.stream()
                                .map(each -> IdentifierKind.of(each.getKey()).isWellFormed(each.getValue()))
                                .toArray(Boolean[]::new))
                .param("addressIds", ids(addresses.size()))
                .param(
                        "addressKinds",
                        addresses.stream().map(each -> addressKind(each.kind())).toArray(String[]::new))
                .param(
                        "lines",
                        addresses.stream().map(each -> each.lines().strip()).toArray(String[]::new))
                .param(
                        "postcodes",
                        addresses.stream()
                                .map(each -> each.postcode() == null ? null : Postcode.written(each.postcode()))
                                .toArray(String[]::new))
                .param("phoneIds", ids(phones.size()))
                .param("phones", phones.stream().map(String::strip).toArray(String[]::new))
                .update();
        return id;
    }

    private record Name(String kind, String family, String given) {}

    private static List<Name> names(String family, String given, @Nullable String knownAs) {
        var names = new ArrayList<Name>();
        names.add(new Name("current", family, given));
        // "Jonny" is another given name, "Jonny Smith" another whole name.
        if (knownAs != null) {
            var space = knownAs.lastIndexOf(' ');
            names.add(
                    space < 0
                            ? new Name("alias", family, knownAs)
                            : new Name(
                                    "alias",
                                    knownAs.substring(space + 1),
                                    knownAs.substring(0, space).strip()));
        }
        return names;
    }

    // Who sends a word that the register does not know still gets the child recorded.
    private static String sex(String given) {
        return switch (given) {
            case "female", "male" -> given;
            default -> "not-known";
        };
    }

    private static String addressKind(String given) {
        return switch (given) {
            case "home", "previous" -> given;
            default -> "other";
        };
    }

    private static UUID[] ids(int many) {
        var ids = new UUID[many];
        for (var i = 0; i < many; i++) ids[i] = Ids.next();
        return ids;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
