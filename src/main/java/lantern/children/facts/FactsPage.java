package lantern.children.facts;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.components.Component;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one kind, what they were before, and the form that adds one. Where a child has exactly one, the form corrects it.
 *
 * @param post where the form is sent; null for who may only read
 */
public record FactsPage(
        Form form,
        UUID child,
        String name,
        String reference,
        String path,
        String title,
        String singular,
        @Nullable String words,
        boolean one,
        boolean dated,
        boolean endable,
        List<Row> facts,
        List<Was> amendments,
        List<Component> questions,
        @Nullable String post)
        implements Page.WithForm {

    /**
     * @param link to the record of a child whom the fact names
     * @param wrong what is wrong with it in a word or two, when it is kept as it was given
     */
    public record Row(
            UUID id,
            String words,
            @Nullable String link,
            @Nullable String wrong,
            String from,
            String until,
            String recorded,
            boolean standing) {}

    /** What a fact was, with how and why it changed. */
    public record Was(String words, String how, String because) {}

    @Override
    public String back() {
        return "/children/" + child;
    }

    public boolean mayWrite() {
        return post != null;
    }

    public String here() {
        return "/children/" + child + "/" + path;
    }

    public String adding() {
        return one ? "Correct it" : "Add a" + ("aeiou".indexOf(singular.charAt(0)) < 0 ? " " : "n ") + singular;
    }

    public Table table() {
        var table = Table.of(title).captionHidden().stacks();
        table = dated
                ? table.head("What is recorded", "From", "Until", "Recorded", "Change")
                : table.head("What is recorded", "Recorded", "Change");
        return table.rows(facts, row -> {
            gg.jte.Content words = row.link() == null ? Text.of(row.words()) : Link.to(row.link(), row.words());
            var said = row.wrong() == null
                    ? words
                    : both(words, Tag.of(row.wrong()).red());
            gg.jte.Content doors = mayWrite() ? doors(row) : Text.of("");
            return dated
                    ? List.of(said, Text.of(row.from()), Text.of(row.until()), Text.of(row.recorded()), doors)
                    : List.of(said, Text.of(row.recorded()), doors);
        });
    }

    private gg.jte.Content doors(Row row) {
        var at = here() + "/" + row.id() + "/";
        var correct = Link.to(at + "correction", "Correct").hidden(row.words());
        var withdraw = Link.to(at + "withdrawal", "Never so").hidden(row.words());
        if (!endable || !row.standing()) return both(correct, withdraw);
        return both(both(correct, Link.to(at + "end", "End").hidden(row.words())), withdraw);
    }

    private static gg.jte.Content both(gg.jte.Content first, gg.jte.Content second) {
        return output -> {
            first.writeTo(output);
            output.writeContent(" ");
            second.writeTo(output);
        };
    }
}
