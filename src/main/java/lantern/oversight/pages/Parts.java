package lantern.oversight.pages;

import gg.jte.Content;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lantern.oversight.checks.Finding;
import lantern.oversight.pages.ReadPage.Part;
import lantern.platform.web.Templates;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;

/** Small things that several of these pages show. */
public final class Parts {
    private Parts() {}

    public static Part words(@Nullable String heading, String words) {
        return new Part(heading, text(words));
    }

    public static Content text(String words) {
        return output ->
                Templates.engine().render("oversight/pages/text.jte", Map.<String, Object>of("words", words), output);
    }

    public static Content links(Link... links) {
        return output -> Templates.engine()
                .render("oversight/pages/links.jte", Map.<String, Object>of("links", List.of(links)), output);
    }

    /** Short links beside each other. */
    public static Content row(Link... links) {
        return output -> {
            output.writeContent("<p class=\"govuk-body lantern-no-print\">");
            for (var link : links) {
                link.writeTo(output);
                output.writeContent(" &nbsp; ");
            }
            output.writeContent("</p>");
        };
    }

    public static Part findings(String heading, List<Finding> findings) {
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

    public static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip().replace("\r\n", "\n");
    }

    /** A day that can be; otherwise an error and a day that is never used, because the form is refused. */
    public static LocalDate day(Map<String, String> typed, String name, FormErrors errors) {
        try {
            var day = LocalDate.of(
                    Integer.parseInt(text(typed, name + "-year")),
                    Integer.parseInt(text(typed, name + "-month")),
                    Integer.parseInt(text(typed, name + "-day")));
            if (day.getYear() >= 1900 && day.getYear() <= 2200) return day;
        } catch (DateTimeException | NumberFormatException e) {
            // said below, as for a year that nobody means
        }
        errors.add(name + "-day", "Enter the date, like 27 3 2026");
        return LocalDate.EPOCH;
    }
}
