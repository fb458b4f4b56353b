package lantern.oversight.programme;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.calendar.London;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage.Part;
import lantern.oversight.programme.Listing.Field;
import lantern.oversight.programme.Listing.Kind;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.documents.Shown;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import org.springframework.stereotype.Component;

/** Lists as a page shows them: those that hold something in full, the others only as something to begin. */
@Component
public class ListParts {
    private final Programme programme;

    ListParts(Programme programme) {
        this.programme = programme;
    }

    public List<Part> of(List<Listing> listings, UUID parent, boolean writes) {
        var parts = new ArrayList<Part>();
        var empty = new ArrayList<Link>();
        for (var listing : listings) {
            var rows = programme.rows(listing, parent);
            var add = Link.to("/oversight/lists/" + listing.code() + "/of/" + parent + "/new", "Add " + listing.one());
            if (rows.isEmpty()) {
                empty.add(add);
                continue;
            }
            parts.add(new Part(listing.title(), table(listing, rows, choices(listing, parent), writes)));
            if (writes) parts.add(new Part(null, Parts.links(add)));
        }
        if (writes && !empty.isEmpty()) parts.add(new Part("Add to this", Parts.links(empty.toArray(Link[]::new))));
        return parts;
    }

    private Map<String, String> choices(Listing listing, UUID parent) {
        var choices = new HashMap<String, String>();
        for (var field : listing.fields())
            if (field.kind() == Kind.ROW) choices.putAll(programme.choices(field, parent));
        return choices;
    }

    /** Columns that no row fills are left out. */
    private static Table table(Listing listing, List<Row> rows, Map<String, String> choices, boolean writes) {
        var fields = listing.shown().stream()
                .filter(field ->
                        rows.stream().anyMatch(row -> !row.of(field.column()).isEmpty()))
                .toList();
        var changes = writes && !listing.entries();
        var head = new ArrayList<>(fields.stream().map(Field::heading).toList());
        if (changes) head.add("Change");
        return Table.of(listing.title())
                .captionHidden()
                .stacks()
                .head(head.toArray(String[]::new))
                .rows(rows, row -> {
                    var cells = new ArrayList<Content>();
                    for (var field : fields) cells.add(cell(listing, field, row, choices));
                    if (changes) cells.add(change(listing, row));
                    return cells;
                });
    }

    private static Content cell(Listing listing, Field field, Row row, Map<String, String> choices) {
        var value = row.of(field.column());
        if (field.column().equals("title") && listing.table().matches("action_plan|outcome_measure|cabinet_report"))
            return Link.to(Listing.path(listing.table(), row.id()), value);
        if (field.column().equals("words") && listing.table().equals("activity"))
            return Link.to(Listing.path("activity", row.id()), value);
        var day = field.kind() == Kind.DAY ? row.day(field.column()) : null;
        return switch (field.kind()) {
            case DAY -> Text.of(day == null ? "" : London.day(day));
            case LINES -> Shown.lines(value);
            case ROW -> Text.of(choices.getOrDefault(value, ""));
            default -> Text.of(listing.words(field, value));
        };
    }

    private static Content change(Listing listing, Row row) {
        var at = "/oversight/lists/" + listing.code() + "/rows/" + row.id();
        var which = row.of(listing.fields().getFirst().column());
        return Parts.row(
                Link.to(at + "/change", "Change").hidden(which),
                Link.to(at + "/removal", "Take off").hidden(which));
    }
}
