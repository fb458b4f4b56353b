package lantern.missing.issued;

import java.util.List;
import java.util.Objects;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.missing.issued.IssuedLists.Issued;
import lantern.platform.web.Page;
import lantern.platform.web.Words;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;

/** Which lists were issued, the latest first. */
public record IssuedPage(List<IssuedPage.Entry> entries, boolean mayIssue) implements Page {
    public record Entry(String href, String what, String when, String by, int children) {}

    static IssuedPage of(List<Issued> issued, Names.Called names, boolean mayIssue) {
        return new IssuedPage(
                issued.stream()
                        .map(each -> new Entry(
                                "/missing/issued/" + each.id(),
                                what(each),
                                London.dateTime(each.at()),
                                each.day() != null
                                        ? "Lantern"
                                        : Objects.requireNonNullElse(names.name(each.by()), "Not known"),
                                each.children()))
                        .toList(),
                mayIssue);
    }

    static String what(Issued issued) {
        return issued.day() == null ? "Asked for in between" : "List of " + London.day(issued.day());
    }

    @Override
    public String title() {
        return "The twice-weekly list";
    }

    @Override
    public String back() {
        return "/missing/lists";
    }

    public Table table() {
        return Table.of("Lists that were issued, the latest first")
                .captionHidden()
                .head("List", "Issued", "By", "On it")
                .stacks()
                .rows(
                        entries,
                        each -> List.of(
                                Link.to(each.href(), each.what()),
                                Text.of(each.when()),
                                Text.of(each.by()),
                                Text.of(Words.many(each.children(), "child").replace("childs", "children"))));
    }
}
