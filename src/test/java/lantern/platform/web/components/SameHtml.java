package lantern.platform.web.components;

import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML written so that two fragments a browser shows and reads alike are equal: attributes in one order, white space as
 * CSS collapses it (runs become one space; none at the edge of a block), everything else as it is.
 */
final class SameHtml {
    private static final Set<String> BLOCKS = Set.of("button", "option", "select", "label", "svg", "title");
    private static final Set<String> VERBATIM = Set.of("textarea", "pre");

    private final StringBuilder written = new StringBuilder();
    private boolean atEdge = true;

    private SameHtml() {}

    static String of(String html) {
        var same = new SameHtml();
        Jsoup.parseBodyFragment(html).body().childNodes().forEach(node -> same.write(node, 0));
        same.dropTrailingSpace();
        return same.written.toString();
    }

    private void write(Node node, int depth) {
        switch (node) {
            case TextNode text -> write(text, depth);
            case Element element -> write(element, depth);
            default -> line(depth, node.outerHtml());
        }
    }

    private void write(Element element, int depth) {
        var block = element.isBlock() || BLOCKS.contains(element.normalName()) || element.closest("svg") != null;
        atEdge |= block;
        var tag = new StringBuilder("<" + element.normalName());
        var attributes = new TreeMap<String, String>();
        element.attributes().forEach(a -> attributes.put(a.getKey(), a.getValue()));
        attributes.forEach((name, value) -> tag.append(' ')
                .append(name)
                .append("=\"")
                .append(name.equals("class") ? value.strip().replaceAll("\\s+", " ") : value)
                .append('"'));
        line(depth, tag + ">");
        if (VERBATIM.contains(element.normalName())) {
            line(depth + 1, "«" + element.wholeText() + "»");
        } else {
            element.childNodes().forEach(child -> write(child, depth + 1));
        }
        if (block) {
            dropTrailingSpace();
            atEdge = true;
        }
    }

    private void write(TextNode node, int depth) {
        var text = node.getWholeText().replaceAll("[ \\t\\n\\r\\f]+", " ");
        if (atEdge && text.startsWith(" ")) {
            text = text.substring(1);
        }
        if (!text.isEmpty()) {
            line(depth, "«" + text + "»");
            atEdge = text.endsWith(" ");
        }
    }

    /** A space before the end or the start of a block is not shown. */
    private void dropTrailingSpace() {
        var end = written.length();
        if (end >= 3 && written.substring(end - 3).equals(" »\n")) {
            written.replace(end - 3, end, "»\n");
            var line = written.lastIndexOf("\n", written.length() - 2) + 1;
            if (written.substring(line).strip().equals("«»")) {
                written.setLength(line);
            }
        }
    }

    private void line(int depth, String what) {
        if (what.startsWith("<") && atEdge) {
            dropTrailingSpace();
        }
        written.append("  ".repeat(depth)).append(what).append('\n');
    }
}
