package lantern.platform.web.components;

/** A component that takes further classes and attributes. */
public interface Styled<C> {
    Style style();

    C style(Style style);

    default C classes(String more) {
        return style(style().and(more));
    }

    default C attribute(String name, String value) {
        return style(style().attribute(name, value));
    }
}
