package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The way through a list longer than a page, or through a few pages in order. */
public record Pagination(
        @Nullable Arrow previous,
        @Nullable Arrow next,
        @Nullable List<@Nullable Item> items,
        String landmark,
        Style style)
        implements Component, Styled<Pagination> {

    public record Arrow(
            @Nullable String href,
            @Nullable Content content,
            @Nullable String label,
            Attributes attributes) {
        public static Arrow to(String href) {
            return new Arrow(href, null, null, Attributes.none());
        }
    }

    public record Item(
            String number,
            @Nullable String href,
            boolean current,
            boolean ellipsis,
            @Nullable String read,
            Attributes attributes) {
        public String readAs() {
            return read == null ? "Page " + number : read;
        }
    }

    public static Pagination of(@Nullable Arrow previous, @Nullable Arrow next) {
        return new Pagination(previous, next, null, "Pagination", Style.PLAIN);
    }

    /** Pages counted from one: the first, the last, and those beside the current one. Null when one page holds everything. */
    public static @Nullable Pagination of(int page, int pages, IntFunction<String> href) {
        if (pages < 2) {
            return null;
        }
        List<@Nullable Item> items = new ArrayList<>();
        var last = 0;
        for (var number = 1; number <= pages; number++) {
            if (number == 1 || number == pages || Math.abs(number - page) <= 1) {
                if (number > last + 1) {
                    items.add(new Item("", null, false, true, null, Attributes.none()));
                }
                items.add(new Item(
                        Integer.toString(number), href.apply(number), number == page, false, null, Attributes.none()));
                last = number;
            }
        }
        return of(
                        page > 1 ? Arrow.to(href.apply(page - 1)) : null,
                        page < pages ? Arrow.to(href.apply(page + 1)) : null)
                .items(items);
    }

    public Pagination items(@Nullable List<@Nullable Item> items) {
        return new Pagination(previous, next, items, landmark, style);
    }

    public Pagination landmark(String words) {
        return new Pagination(previous, next, items, words, style);
    }

    @Override
    public Pagination style(Style style) {
        return new Pagination(previous, next, items, landmark, style);
    }

    public boolean block() {
        return items == null && (next != null || previous != null);
    }
}
