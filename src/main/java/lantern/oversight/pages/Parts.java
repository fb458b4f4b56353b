package lantern.oversight.pages;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import lantern.oversight.checks.Finding;
import lantern.oversight.pages.ReadPage.Part;
import lantern.platform.web.Templates;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** Small things that several of these pages show. */
final class Parts {
    private Parts() {}

    static Part words(@Nullable String heading, String words) {
        return new Part(heading, text(words));
    }

    static Content text(String words) {
        return output ->
                Templates.engine().render("oversight/pages/text.jte", Map.<String, Object>of("words", words), output);
    }

    static Content links(Link... links) {
        return output -> Templates.engine()
                .render("oversight/pages/links.jte", Map.<String, Object>of("links", List.of(links)), output);
    }

    static Part findings(String heading, List<Finding> findings) {
        if (findings.isEmpty()) return words(heading, "No check raises anything.");
        return new Part(
                heading,
                Table.of(heading)
                        .captionHidden()
                        .stacks()
                        .head("Check", "What it says", "On these facts")
                        .rows(
                                findings,
                                each -> List.of(Text.of(each.code()), Text.of(each.says()), Text.of(each.facts()))));
    }
}
