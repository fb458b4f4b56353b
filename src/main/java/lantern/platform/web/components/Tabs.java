package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of one page shown one at a time; without scripts they follow one another under a list of links. */
public record Tabs(
        List<@Nullable Item> items,
        String title,
        String idPrefix,
        @Nullable String id,
        Style style) implements Component, Styled<Tabs> {

    /** Text in a panel becomes a paragraph. */
    public record Item(
            @Nullable String id,
            String label,
            @Nullable Content panel,
            Attributes attributes,
            Attributes panelAttributes) {
        public boolean text() {
            return panel instanceof Text;
        }
    }

    public static Tabs of(String title) {
        return new Tabs(List.of(), title, "", null, Style.PLAIN);
    }

    public Tabs item(String id, String label, Content panel) {
        List<@Nullable Item> more = new ArrayList<>(items);
        more.add(new Item(id, label, panel, Attributes.none(), Attributes.none()));
        return items(more);
    }

    public Tabs items(List<@Nullable Item> items) {
        return new Tabs(items, title, idPrefix, id, style);
    }

    public Tabs ids(@Nullable String id, String idPrefix) {
        return new Tabs(items, title, idPrefix, id, style);
    }

    @Override
    public Tabs style(Style style) {
        return new Tabs(items, title, idPrefix, id, style);
    }

    public String idOf(Item item, int index) {
        return item.id() == null ? idPrefix + "-" + (index + 1) : item.id();
    }
}
