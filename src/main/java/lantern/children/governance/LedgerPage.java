package lantern.children.governance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the ledger that match what was asked.
 *
 * @param about the child asked for, in words; null for every child
 * @param person the person asked for, in words
 * @param choices people of that name, when there is not exactly one
 * @param agencies by id
 * @param older the address of the next page
 */
public record LedgerPage(
        Asked asked,
        @Nullable String about,
        @Nullable UUID child,
        @Nullable String person,
        List<People.Person> choices,
        List<Row> rows,
        Map<String, String> acts,
        Map<String, String> agencies,
        @Nullable String older,
        boolean first,
        boolean paper,
        Instant now)
        implements Page {

    /** @param more how many children the entry names beside those shown */
    public record Row(
            Instant at,
            @Nullable UUID who,
            String name,
            @Nullable String agency,
            String what,
            List<Named> children,
            int more,
            String why) {}

    /** A child of an entry; no name: a record that the reader cannot see. */
    public record Named(UUID id, @Nullable String name) {}

    @Override
    public String title() {
        return "The ledger: who looked, and who did what";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String heading() {
        var of = about == null ? "" : " about " + about;
        var by = person == null ? "" : " by " + person;
        return "Entries" + of + by + ", " + London.day(asked.from()) + " to " + London.day(asked.until());
    }

    public String when(Row row) {
        return London.when(row.at(), now);
    }

    public String export() {
        return asked.at("/ledger/entries.csv", Map.of());
    }

    /** The same with up to 1,000 entries on one page, for paper. */
    public String print() {
        return asked.at("/ledger", Map.of("print", "yes"));
    }

    public String only(UUID who) {
        return asked.at("/ledger", Map.of("who", who.toString()));
    }

    public String onlyChild(UUID id) {
        return asked.at("/ledger", Map.of("child", id.toString()));
    }
}
