package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks that may be done in any order, and how far each one is. */
public record TaskList(List<@Nullable Item> items, String idPrefix, Style style)
        implements Component, Styled<TaskList> {
    public record Item(
            Content title,
            String titleClasses,
            @Nullable Content hint,
            @Nullable String href,
            Content status,
            String statusClasses,
            String classes) {}

    public static TaskList of(String idPrefix) {
        return new TaskList(List.of(), idPrefix, Style.PLAIN);
    }

    /** The status is a tag, or plain words for what is done. */
    public TaskList item(String title, @Nullable String href, Content status) {
        List<@Nullable Item> more = new ArrayList<>(items);
        more.add(new Item(Text.of(title), "", null, href, status, "", ""));
        return new TaskList(more, idPrefix, style);
    }

    @Override
    public TaskList style(Style style) {
        return new TaskList(items, idPrefix, style);
    }

    public String describedBy(Item item, int index) {
        var status = idPrefix + "-" + (index + 1) + "-status";
        return item.hint() == null ? status : idPrefix + "-" + (index + 1) + "-hint " + status;
    }
}
