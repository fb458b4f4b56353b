package lantern.oversight.cabinet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import lantern.oversight.programme.Lists;
import lantern.platform.documents.Block;
import lantern.platform.documents.Block.Note;
import lantern.platform.documents.Block.Section;
import lantern.platform.documents.Block.Table;
import lantern.platform.documents.Value;

/** What it costs, by who pays. Every total is added up from the lines above it, of posts too. */
final class CabinetCosts {
    private final CabinetReport report;
    private final List<String> footnotes = new ArrayList<>();
    private Table table = Table.of("Costs of a full year")
            .column("Heading", 5)
            .column("Paid by", 3)
            .number("Cost")
            .number("Posts");

    private CabinetCosts(CabinetReport report) {
        this.report = report;
    }

    static Section of(CabinetReport report) {
        return new CabinetCosts(report).section();
    }

    private Section section() {
        for (var payer : Lists.COSTS.field("payer").of().entrySet()) lines(payer.getKey(), payer.getValue());
        if (!report.rows(Lists.COSTS).isEmpty()) total("Total", "Everybody", "");
        var blocks = new ArrayList<Block>();
        blocks.add(table);
        for (int i = 0; i < footnotes.size(); i++) blocks.add(new Note("(" + (i + 1) + ") " + footnotes.get(i)));
        return Section.of("Financial details", blocks);
    }

    private void lines(String payer, String words) {
        var own = report.rows(Lists.COSTS).stream()
                .filter(each -> each.of("payer").equals(payer))
                .toList();
        if (own.isEmpty()) return;
        for (var each : own) {
            var mark = "";
            if (!each.of("footnote").isBlank()) {
                footnotes.add(each.of("footnote"));
                mark = " (" + footnotes.size() + ")";
            }
            var posts = each.of("posts");
            table = table.row(
                    Value.of(each.of("title") + mark),
                    Value.of(words),
                    Value.pounds(new BigDecimal(each.of("pounds"))),
                    posts.isEmpty() ? Value.of("Not given") : Value.number(new BigDecimal(posts)));
        }
        total("Total, " + words.toLowerCase(java.util.Locale.ROOT), words, payer);
    }

    private void total(String heading, String words, String payer) {
        table = table.row(
                Value.of(heading),
                Value.of(words),
                Value.pounds(report.pounds(payer)),
                Value.number(report.posts(payer)));
    }
}
