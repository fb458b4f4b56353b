package lantern.timescales.handover;

import java.util.List;
import lantern.platform.web.Page;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import lantern.timescales.HandoverPart;

/** The sheet, for the screen and for paper. */
public record HandoverPage(
        List<Row> rows, List<Section> sections, List<Integer> shifts, int hours, String now, String until, String by)
        implements Page {
    public record Row(String what, String path, String child, String due, String owner, boolean late) {}

    public record Section(String title, List<HandoverPart.Item> items) {
        public Table table() {
            return Table.of(title)
                    .captionHidden()
                    .stacks()
                    .head("What", "Now", "Note")
                    .rows(
                            items,
                            each -> List.of(
                                    Link.to(each.path(), each.what()),
                                    Text.of(each.now()),
                                    Text.of(each.note() == null ? "–" : each.note())));
        }
    }

    @Override
    public String title() {
        return "Handover sheet";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public List<Row> late() {
        return rows.stream().filter(Row::late).toList();
    }

    public List<Row> next() {
        return rows.stream().filter(row -> !row.late()).toList();
    }

    public Table table(String caption, List<Row> shown) {
        return Table.of(caption)
                .captionHidden()
                .stacks()
                .head("Due", "What has to be done", "Child", "Whose")
                .rows(
                        shown,
                        row -> List.of(
                                Text.of(row.due()),
                                Link.to(row.path(), row.what()),
                                Text.of(row.child()),
                                Text.of(row.owner())));
    }
}
