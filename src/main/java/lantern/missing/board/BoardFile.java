package lantern.missing.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.missing.lists.Listing;
import lantern.missing.lists.Listing.Column;
import lantern.missing.lists.Listing.Item;
import lantern.platform.web.Words;

/** The board's rows as a file. */
final class BoardFile {
    private BoardFile() {}

    static Listing of(List<BoardRow> found, Names.Called names, UnaryOperator<String> titles, Instant now) {
        var rows = new ArrayList<List<Item>>();
        for (var each : found) {
            var age = Words.age(each.born(), now);
            var standard = each.standard();
            rows.add(List.of(
                    Item.of(each.name()),
                    Item.of(age == null ? "" : age.toString()),
                    Item.of(London.dateTime(each.missingSince())),
                    Item.of(each.locatedAt() == null ? "" : London.dateTime(each.locatedAt())),
                    Item.of(each.returnedAt() == null ? "" : London.dateTime(each.returnedAt())),
                    Item.of(Words.of(each.missingFrom())),
                    Item.of(each.placement()),
                    Item.of(each.lookedAfter() ? "Yes" : "No"),
                    Item.of(each.risk() == null ? "Not given" : Words.of(each.risk())),
                    Item.of(names.name(each.worker())),
                    Item.of(names.name(each.team())),
                    Item.of(standard == null ? "" : titles.apply(standard)),
                    Item.of(each.due() == null ? "" : London.dateTime(each.due()))));
        }
        return new Listing(
                "missing-now",
                "Missing now",
                "",
                now,
                List.of(
                        Column.of("Child"),
                        Column.number("Age"),
                        Column.of("Missing since"),
                        Column.of("Found"),
                        Column.of("Returned"),
                        Column.of("From"),
                        Column.of("Placement"),
                        Column.of("Looked after"),
                        Column.of("Police risk"),
                        Column.of("Worker"),
                        Column.of("Team"),
                        Column.of("Next timescale"),
                        Column.of("Due")),
                rows,
                found.stream().map(BoardRow::child).toList());
    }
}
