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

/** Adds children to the register with everything that came with them, in one statement: a notification waits for it, an import has thousands. */
final class Registration {
    private static final String ADD = """
            with child as (
                insert into children.child (authority_id, id, reference, family_name, given_names, known_as, date_of_birth, birth_precision, sex,
                                            ethnicity, description, recorded_at, recorded_by)
                select (select ctx.authority()), c.id, 'C-' || nextval('children.reference_number'), c.family, c.given, c.known_as, c.born,
                       c.precision, c.sex, c.ethnicity, c.description, :at, :by
                from unnest(:ids::uuid[], :family::text[], :given::text[], :knownAs::text[], :born::text[]::date[], :precision::text[], :sex::text[],
                            :ethnicity::text[], :description::text[])
                     c (id, family, given, known_as, born, precision, sex, ethnicity, description)),
            names as (
                insert into children.name (authority_id, id, child_id, kind, family_name, given_names, recorded_at, recorded_by)
                select (select ctx.authority()), n.id, n.child, n.kind, n.family, n.given, :at, :by
                from unnest(:nameIds::uuid[], :nameOf::uuid[], :nameKinds::text[], :families::text[], :givens::text[])
                     n (id, child, kind, family, given)),
            identifiers as (
                insert into children.identifier (authority_id, id, child_id, kind, value, well_formed, recorded_at, recorded_by)
                select (select ctx.authority()), i.id, i.child, i.kind, i.value, i.well_formed, :at, :by
                from unnest(:identifierIds::uuid[], :identifierOf::uuid[], :kinds::text[], :values::text[], :wellFormed::boolean[])
                     i (id, child, kind, value, well_formed)),
            addresses as (
                insert into children.address (authority_id, id, child_id, kind, lines, postcode, recorded_at, recorded_by)
                select (select ctx.authority()), a.id, a.child, a.kind, a.lines, a.postcode, :at, :by
                from unnest(:addressIds::uuid[], :addressOf::uuid[], :addressKinds::text[], :lines::text[], :postcodes::text[])
                     a (id, child, kind, lines, postcode))
            insert into children.phone (authority_id, id, child_id, number, recorded_at, recorded_by)
            select (select ctx.authority()), p.id, p.child, p.number, :at, :by
            from unnest(:phoneIds::uuid[], :phoneOf::uuid[], :phones::text[]) p (id, child, number)
            """;

    private Registration() {}

    static UUID add(JdbcClient db, NewChild child, UUID recordedBy, Instant at) {
        return addAll(db, List.of(child), recordedBy, at).getFirst();
    }

    static List<UUID> addAll(JdbcClient db, List<NewChild> children, UUID recordedBy, Instant at) {
        var ids = new ArrayList<UUID>();
        var rows = new Columns();
        var names = new Columns();
        var identifiers = new Columns();
        var addresses = new Columns();
        var phones = new Columns();
        for (var child : children) {
            var family = child.familyName().strip();
            if (family.isEmpty()) throw new Refused("Enter the child's family name", "familyName");
            var given = child.givenNames().strip();
            var knownAs = blankToNull(child.knownAs());
            var id = Ids.next();
            ids.add(id);
            rows.add(
                    family,
                    given,
                    knownAs,
                    child.dateOfBirth() == null ? null : child.dateOfBirth().toString(),
                    child.dateOfBirth() == null ? "unknown" : child.birthApproximate() ? "approximate" : "exact",
                    sex(child.sex()),
                    blankToNull(child.ethnicity()),
                    blankToNull(child.description()));
            for (var name : names(family, given, knownAs)) names.of(id, name.kind, name.family, name.given);
            child.identifiers().forEach((kind, value) -> identifier(identifiers, id, kind, value));
            child.addresses().forEach(each -> address(addresses, id, each));
            child.phones().stream().filter(each -> !each.isBlank()).forEach(each -> phones.of(id, each.strip()));
        }
        db.sql(ADD)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", recordedBy)
                .param("ids", ids.toArray(UUID[]::new))
                .param("family", rows.text(0))
                .param("given", rows.text(1))
                .param("knownAs", rows.text(2))
                .param("born", rows.text(3))
                .param("precision", rows.text(4))
                .param("sex", rows.text(5))
                .param("ethnicity", rows.text(6))
                .param("description", rows.text(7))
                .param("nameIds", names.ids())
                .param("nameOf", names.children())
                .param("nameKinds", names.text(0))
                .param("families", names.text(1))
                .param("givens", names.text(2))
                .param("identifierIds", identifiers.ids())
                .param("identifierOf", identifiers.children())
                .param("kinds", identifiers.text(0))
                .param("values", identifiers.text(1))
                .param("wellFormed", identifiers.text(2))
                .param("addressIds", addresses.ids())
                .param("addressOf", addresses.children())
                .param("addressKinds", addresses.text(0))
                .param("lines", addresses.text(1))
                .param("postcodes", addresses.text(2))
                .param("phoneIds", phones.ids())
                .param("phoneOf", phones.children())
                .param("phones", phones.text(0))
                .update();
        return ids;
    }

    private static void identifier(Columns identifiers, UUID child, String code, String value) {
        if (value.isBlank()) return;
        var kind = IdentifierKind.of(code);
        identifiers.of(child, kind.code(), value.strip(), String.valueOf(kind.isWellFormed(value)));
    }

    private static void address(Columns addresses, UUID child, NewChild.Address given) {
        if (given.lines().isBlank() && given.postcode() == null) return;
        addresses.of(
                child,
                addressKind(given.kind()),
                given.lines().strip(),
                given.postcode() == null ? null : Postcode.written(given.postcode()));
    }

    /** Rows on their way to unnest, which takes them column by column. */
    private static final class Columns {
        private final List<UUID> of = new ArrayList<>();
        private final List<@Nullable String[]> rows = new ArrayList<>();

        void add(@Nullable String... cells) {
            rows.add(cells);
        }

        void of(UUID child, @Nullable String... cells) {
            of.add(child);
            rows.add(cells);
        }

        UUID[] ids() {
            return of.stream().map(any -> Ids.next()).toArray(UUID[]::new);
        }

        UUID[] children() {
            return of.toArray(UUID[]::new);
        }

        @Nullable
        String[] text(int column) {
            return rows.stream().map(cells -> cells[column]).toArray(String[]::new);
        }
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

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
