package lantern.children.addresses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.identifiers.Postcode;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A child may live at two homes at once, so a new address ends none: each is ended by somebody who knows. */
@Component
@Transactional
public class Addresses {
    private static final int LONGEST = 500;

    private final JdbcClient db;
    private final Ledger ledger;

    Addresses(JdbcClient db, Ledger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    public UUID add(UUID child, NewAddress given, UUID recordedBy, Instant at) {
        refuseWrong(given, London.date(at));
        var id = Ids.next();
        var sql = """
                insert into children.address (authority_id, id, child_id, kind, lines, postcode, starts_on, ends_on, recorded_at, recorded_by)
                values ((select ctx.authority()), :id, :child, :kind, :lines, :postcode, :startsOn, :endsOn, :at, :by)
                """;
        db.sql(sql)
                .param("id", id)
                .param("child", child)
                .param("kind", given.kind())
                .param("lines", given.lines().strip())
                .param("postcode", given.postcode() == null ? null : Postcode.written(given.postcode()))
                .param("startsOn", given.startsOn())
                .param("endsOn", given.endsOn())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", recordedBy)
                .update();
        ledger.act("address.added", "address", id, child);
        return id;
    }

    /** Many at once, as an import brings them, each of the child at the same place of the other list. */
    public void addAll(List<UUID> children, List<NewAddress> addresses, UUID recordedBy, Instant at) {
        if (addresses.isEmpty()) return;
        addresses.forEach(each -> refuseWrong(each, London.date(at)));
        var ids = addresses.stream().map(any -> Ids.next()).toList();
        var sql = """
                insert into children.address (authority_id, id, child_id, kind, lines, postcode, starts_on, ends_on, recorded_at, recorded_by)
                select (select ctx.authority()), a.id, a.child, a.kind, a.lines, a.postcode, a.starts_on, a.ends_on, :at, :by
                from unnest(:ids::uuid[], :children::uuid[], :kinds::text[], :lines::text[], :postcodes::text[], :starts::text[]::date[],
                            :ends::text[]::date[]) a (id, child, kind, lines, postcode, starts_on, ends_on)
                """;
        db.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .param("children", children.toArray(UUID[]::new))
                .param("kinds", text(addresses, NewAddress::kind))
                .param("lines", text(addresses, each -> each.lines().strip()))
                .param(
                        "postcodes",
                        text(addresses, each -> each.postcode() == null ? null : Postcode.written(each.postcode())))
                .param(
                        "starts",
                        text(
                                addresses,
                                each -> each.startsOn() == null
                                        ? null
                                        : each.startsOn().toString()))
                .param(
                        "ends",
                        text(
                                addresses,
                                each -> each.endsOn() == null
                                        ? null
                                        : each.endsOn().toString()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", recordedBy)
                .update();
        ledger.actOnEach("address.added", "address", ids, children, java.util.Map.of());
    }

    private static @Nullable String[] text(List<NewAddress> rows, Function<NewAddress, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }

    /** @throws Refused when no address can be like this */
    public static void refuseWrong(NewAddress given, LocalDate today) {
        if (!NewAddress.isKind(given.kind())) throw new Refused("Choose what kind of address it is", "kind");
        if (given.lines().isBlank() && given.postcode() == null)
            throw new Refused("Enter the address, or at least its postcode", "lines");
        if (given.lines().length() > LONGEST)
            throw new Refused("Use " + LONGEST + " characters or fewer for the address", "lines");
        var from = given.startsOn();
        var until = given.endsOn();
        if (until != null && from != null && until.isBefore(from))
            throw new Refused("Choose a last day that is not before the first", "endsOn");
        if (until != null && until.isAfter(today))
            throw new Refused("Leave the last day empty while the child lives there", "endsOn");
    }
}
