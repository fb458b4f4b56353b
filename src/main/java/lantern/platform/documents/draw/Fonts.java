package lantern.platform.documents.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Liberation Sans, carried along: a PDF/UA document embeds its fonts, and a server may have none. */
public enum Fonts {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic");

    public static final String FAMILY = "Liberation Sans";
    private final String style;

    Fonts(String style) {
        this.style = style;
    }

    public InputStream open() {
        return Objects.requireNonNull(
                Fonts.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf"), "no font " + style);
    }

    byte[] bytes() {
        try (var in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
