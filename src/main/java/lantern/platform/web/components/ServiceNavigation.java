package lantern.platform.web.components;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service's sections, the current one marked; on a phone they fold behind a button. */
public record ServiceNavigation(
        @Nullable String serviceName,
        @Nullable String serviceHref,
        List<@Nullable Item> items,
        Menu menu,
        Slots slots,
        String label,
        Style style)
        implements Component, Styled<ServiceNavigation> {

    /** Current is this page; active is the section it is in. */
    public record Item(
            @Nullable String href, @Nullable Content content, boolean current, boolean active, Attributes attributes) {
        public boolean marked() {
            return current || active;
        }

        public String ariaCurrent() {
            return current ? "page" : "true";
        }
    }

    public record Menu(
            String words,
            @Nullable String buttonLabel,
            @Nullable String navigationLabel,
            String id,
            String classes,
            @Nullable Boolean collapses) {
        public static final Menu STANDARD = new Menu("Menu", null, null, "navigation", "", null);

        public String landmark() {
            return navigationLabel == null ? words : navigationLabel;
        }

        public @Nullable String ariaLabel() {
            return words.equals(buttonLabel) ? null : buttonLabel;
        }
    }

    /** Content of our own before, after and inside the list. */
    public record Slots(
            @Nullable Content start,
            @Nullable Content end,
            @Nullable Content navigationStart,
            @Nullable Content navigationEnd,
            boolean endInline) {
        public static final Slots EMPTY = new Slots(null, null, null, null, false);
    }

    public static ServiceNavigation of() {
        return new ServiceNavigation(
                null, null, List.of(), Menu.STANDARD, Slots.EMPTY, "Service information", Style.PLAIN);
    }

    public ServiceNavigation item(String href, Content content, boolean active) {
        List<@Nullable Item> more = new ArrayList<>(items);
        more.add(new Item(href, content, false, active, Attributes.none()));
        return items(more);
    }

    public ServiceNavigation items(List<@Nullable Item> items) {
        return new ServiceNavigation(serviceName, serviceHref, items, menu, slots, label, style);
    }

    public ServiceNavigation service(@Nullable String name, @Nullable String href) {
        return new ServiceNavigation(name, href, items, menu, slots, label, style);
    }

    public ServiceNavigation menu(Menu menu) {
        return new ServiceNavigation(serviceName, serviceHref, items, menu, slots, label, style);
    }

    public ServiceNavigation slots(Slots slots) {
        return new ServiceNavigation(serviceName, serviceHref, items, menu, slots, label, style);
    }

    /** Something beside the list, as who is signed in. */
    public ServiceNavigation end(@Nullable Content end) {
        return slots(new Slots(slots.start(), end, slots.navigationStart(), slots.navigationEnd(), true));
    }

    public ServiceNavigation label(String label) {
        return new ServiceNavigation(serviceName, serviceHref, items, menu, slots, label, style);
    }

    @Override
    public ServiceNavigation style(Style style) {
        return new ServiceNavigation(serviceName, serviceHref, items, menu, slots, label, style);
    }

    public boolean landmark() {
        return serviceName != null || slots.start() != null || slots.end() != null;
    }

    public boolean anyItems() {
        return !items.isEmpty() || slots.navigationStart() != null || slots.navigationEnd() != null;
    }

    public boolean collapses() {
        return menu.collapses() == null ? items.size() > 1 : menu.collapses();
    }
}
