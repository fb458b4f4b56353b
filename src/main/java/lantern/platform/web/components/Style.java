package lantern.platform.web.components;

/** What sets one use of a component apart: further classes, after the component's own, and attributes. */
public record Style(String classes, Attributes attributes) {
    public static final Style PLAIN = new Style("", Attributes.none());

    public static Style of(String classes) {
        return new Style(classes, Attributes.none());
    }

    public Style and(String more) {
        return new Style(on(classes, more), attributes);
    }

    Style before(String own) {
        return new Style(on(own, classes), attributes);
    }

    public Style attribute(String name, String value) {
        return new Style(classes, attributes.with(name, value));
    }

    /** The value of the class attribute: the component's own classes, then these. */
    public String on(String own) {
        return on(own, classes);
    }

    public String html() {
        return attributes.html();
    }

    static String on(String own, String more) {
        return more.isEmpty() ? own : own.isEmpty() ? more : own + " " + more;
    }
}
