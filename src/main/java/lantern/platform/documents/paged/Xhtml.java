package lantern.platform.documents.paged;

import java.util.Base64;
import java.util.List;
import lantern.platform.documents.Numbered;
import lantern.platform.documents.Numbered.Drawn;
import lantern.platform.documents.Numbered.Heading;
import lantern.platform.documents.Numbered.Line;
import lantern.platform.documents.Numbered.Listed;
import lantern.platform.documents.Numbered.Noted;
import lantern.platform.documents.Numbered.Numbering;
import lantern.platform.documents.Numbered.Tabled;
import lantern.platform.documents.Value;
import lantern.platform.documents.Widths;
import lantern.platform.documents.draw.Fonts;
import lantern.platform.documents.draw.Picture;

/** A numbered document as strict XHTML for the PDF renderer, which silently accepts what PDF/UA does not: so nothing is left out here. */
final class Xhtml {
    private static final String STYLE = """
            @page { size: A4; margin: 20mm 18mm 20mm 18mm;
              @bottom-left { content: "%s"; font-family: "Liberation Sans"; font-size: 8pt; color: #505a5f }
              @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: "Liberation Sans"; font-size: 8pt; color: #505a5f } }
            body { font-family: "Liberation Sans"; font-size: 10.5pt; line-height: 1.35; color: #0b0c0c }
            h1 { font-size: 20pt; line-height: 1.15; margin: 0 0 12pt 0 } h2 { font-size: 15pt; margin: 18pt 0 6pt 0 }
            h3 { font-size: 12.5pt; margin: 14pt 0 4pt 0 } h4, h5, h6 { font-size: 11pt; margin: 12pt 0 4pt 0 }
            h1, h2, h3, h4, h5, h6 { page-break-after: avoid; -fs-page-break-min-height: 110pt }
            p { margin: 0 0 7pt 0 } p.numbered { padding-left: 34pt; text-indent: -34pt }
            ul { margin: 0 0 7pt 0; padding-left: 34pt; list-style-type: none } li { margin: 0 0 3pt 0; padding-left: 16pt; text-indent: -16pt }
            table { width: 100%%; border-collapse: collapse; margin: 4pt 0 12pt 0; -fs-table-paginate: paginate; table-layout: fixed; -fs-page-break-min-height: 90pt }
            table.whole { page-break-inside: avoid }
            caption { text-align: left; font-weight: bold; padding: 4pt 0 } th, td { text-align: left; vertical-align: top; border-bottom: 0.6pt solid #b1b4b6; padding: 3pt 4pt 3pt 0; font-size: 9pt }
            thead th { border-bottom: 1.2pt solid #0b0c0c } tr { page-break-inside: avoid } tbody th { font-weight: normal }
            .number { text-align: right } .note { font-size: 8.5pt; color: #505a5f } .appendix { page-break-before: always }
            div.figure { page-break-inside: avoid; margin: 4pt 0 12pt 0 } p.caption { font-weight: bold; margin: 4pt 0 } div.figure img { width: 440pt }
            """;
    private static final int WHOLE = 24;
    private static final double HANGING = 34;
    private static final double HANGING_ITEM = 16;
    private static final double SIZE = 10.5;
    private final StringBuilder out = new StringBuilder();
    private String prefix = "";

    private Xhtml() {}

    static String of(List<Numbered> papers) {
        var xhtml = new Xhtml();
        var document = papers.getFirst().document();
        xhtml.out
                .append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">")
                .append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(document.language())
                .append("\" xml:lang=\"")
                .append(document.language())
                .append("\"><head><title>")
                .append(e(document.title()))
                .append("</title><meta name=\"description\" content=\"")
                .append(e(document.title()))
                .append("\"/><style>")
                .append(STYLE.formatted(footer(document.title())))
                .append("</style><bookmarks>");
        for (int i = 0; i < papers.size(); i++) xhtml.bookmarks(papers.get(i), i, papers.size() > 1);
        xhtml.out.append("</bookmarks></head><body>");
        for (int i = 0; i < papers.size(); i++) xhtml.paper(papers.get(i), i);
        return xhtml.out.append("</body></html>").toString();
    }

    /** In a pack each paper has a bookmark, and its headings stand under it. */
    private void bookmarks(Numbered paper, int place, boolean pack) {
        if (pack)
            out.append("<bookmark name=\"")
                    .append(e(paper.document().title()))
                    .append("\" href=\"#paper-")
                    .append(place)
                    .append("\">");
        for (var heading : paper.headings())
            if (heading.level() <= 3)
                out.append("<bookmark name=\"")
                        .append(e(heading.full()))
                        .append("\" href=\"#")
                        .append(prefix(place))
                        .append(heading.id())
                        .append("\"/>");
        if (pack) out.append("</bookmark>");
    }

    private void paper(Numbered paper, int place) {
        prefix = prefix(place);
        out.append("<h1 id=\"paper-")
                .append(place)
                .append(place == 0 ? "\">" : "\" class=\"appendix\">")
                .append(e(paper.document().title()))
                .append("</h1>");
        facts(paper);
        paper.lines().forEach(this::line);
    }

    private static String prefix(int place) {
        return place == 0 ? "" : "paper-" + place + "-";
    }

    private static String footer(String title) {
        return title.replaceAll("[\"\\\\<>&\\n]", " ");
    }

    private void facts(Numbered paper) {
        if (paper.document().facts().isEmpty()) return;
        out.append(
                "<table><caption>About this paper</caption><col width=\"33%\"/><col width=\"67%\"/><thead><tr><th scope=\"col\">About</th><th scope=\"col\">This paper</th></tr></thead><tbody>");
        for (var fact : paper.document().facts())
            out.append("<tr><th scope=\"row\">")
                    .append(e(fact.name()))
                    .append("</th><td>")
                    .append(lines(fact.words()))
                    .append("</td></tr>");
        out.append("</tbody></table>");
    }

    private void line(Line line) {
        switch (line) {
            case Heading it ->
                out.append("<h%d id=\"%s\"%s>%s</h%d>"
                        .formatted(
                                it.level(),
                                prefix + it.id(),
                                it.number().startsWith("Appendix") ? " class=\"appendix\"" : "",
                                e(it.full()),
                                it.level()));
            case Numbering it -> {
                if (it.number().isEmpty())
                    out.append("<p>").append(lines(it.words())).append("</p>");
                else
                    out.append("<p class=\"numbered\">")
                            .append(marked(it.number(), HANGING))
                            .append(lines(it.words()))
                            .append("</p>");
            }
            case Listed it -> {
                out.append("<ul>");
                for (int i = 0; i < it.items().size(); i++)
                    out.append("<li>")
                            .append(marked(it.mark(i), HANGING_ITEM))
                            .append(lines(it.items().get(i)))
                            .append("</li>");
                out.append("</ul>");
            }
            case Noted it ->
                out.append("<p class=\"note\">").append(lines(it.words())).append("</p>");
            case Tabled it -> table(it);
            case Drawn it -> {
                var png = Picture.of(it.figure().graphic());
                out.append("<div class=\"figure\"><p class=\"caption\">")
                        .append(e(it.caption()))
                        .append("</p><p>")
                        .append(e(it.figure().message()))
                        .append("</p><img alt=\"")
                        .append(e(it.figure().message()))
                        .append("\" src=\"data:image/png;base64,")
                        .append(Base64.getEncoder().encodeToString(png.bytes()))
                        .append("\"/></div>");
                table(it.twin());
            }
        }
    }

    /** A number or mark and the room up to where its words begin: exact, so that their further lines stand under the first. */
    private static String marked(String mark, double hanging) {
        var room = Math.max(4, hanging - Fonts.REGULAR.width(mark + " ", SIZE));
        return String.format(java.util.Locale.ROOT, "<span style=\"padding-right: %.2fpt\">%s</span> ", room, mark);
    }

    private void table(Tabled tabled) {
        var columns = tabled.table().columns();
        // a short table stays with its caption
        out.append(Widths.lines(tabled.table()) <= WHOLE ? "<table class=\"whole\"><caption>" : "<table><caption>")
                .append(e(tabled.caption()))
                .append("</caption>");
        for (var width : Widths.of(tabled.table()))
            out.append("<col width=\"").append(width / 10.0).append("%\"/>");
        out.append("<thead><tr>");
        for (var column : columns)
            out.append("<th scope=\"col\"")
                    .append(column.number() ? " class=\"number\">" : ">")
                    .append(e(column.heading()))
                    .append("</th>");
        out.append("</tr></thead><tbody>");
        if (tabled.table().rows().isEmpty())
            out.append("<tr><td colspan=\"").append(columns.size()).append("\">None</td></tr>");
        for (var row : tabled.table().rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++)
                cell(row.get(i), i == 0, columns.get(i).number());
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private void cell(Value value, boolean heading, boolean number) {
        out.append(heading ? "<th scope=\"row\"" : "<td")
                .append(number ? " class=\"number\">" : ">")
                .append(lines(value.words()))
                .append(heading ? "</th>" : "</td>");
    }

    private static String lines(String words) {
        return e(words).replace("\n", "<br/>");
    }

    /** Control characters are not XML: what was pasted from Word may hold them. */
    private static String e(String words) {
        return words.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
