package lantern.platform.documents;

import gg.jte.Content;
import java.util.List;
import lantern.platform.documents.draw.Svg;
import lantern.platform.web.components.Cell;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;

/** A numbered document on a page: its tables as the components that every page has. */
public record Shown(Numbered paper) {
    public Table table(Numbered.Tabled tabled) {
        var columns = tabled.table().columns();
        var table = Table.of(tabled.caption())
                .captionClasses("govuk-table__caption--s")
                .firstCellIsHeader()
                .stacks()
                .head(columns.stream()
                        .map(column -> column.number()
                                ? Cell.of(column.heading()).format("numeric")
                                : Cell.of(column.heading()))
                        .toList());
        if (tabled.table().rows().isEmpty())
            return table.rows(List.of(List.of(Cell.of("None").spans(columns.size(), null))));
        return table.rows(
                tabled.table().rows(),
                row -> java.util.stream.IntStream.range(0, row.size())
                        .mapToObj(i -> columns.get(i).number()
                                ? Cell.of(row.get(i).words()).format("numeric")
                                : Cell.of(lines(row.get(i).words())))
                        .toList());
    }

    public Content chart(Numbered.Drawn drawn) {
        var svg = Svg.of(drawn.figure().graphic(), drawn.figure().message());
        return output -> output.writeContent(svg);
    }

    /** Words with their line breaks kept. */
    public static Content lines(String words) {
        if (!words.contains("\n")) return Text.of(words);
        return output -> {
            var first = true;
            for (var line : words.split("\n")) {
                if (!first) output.writeContent("<br>");
                first = false;
                Text.of(line).writeTo(output);
            }
        };
    }
}
