package lantern.platform.documents.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** Liberation Sans, carried along: a PDF/UA document embeds its fonts, and a server may have none. */
public enum Fonts {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic");

    public static final String FAMILY = "Liberation Sans";
    private static final int LATIN = 0x180;
    private static final double OTHERS = 0.556;
    private final String style;
    /** Of each Latin letter, as a part of the size; worked out once. */
    private volatile double @Nullable [] widths;

    Fonts(String style) {
        this.style = style;
    }

    /** How wide words are when they are set at a size. */
    public double width(String words, double points) {
        var known = widths;
        if (known == null) widths = known = measured();
        var width = 0.0;
        for (var character : words.codePoints().toArray()) width += character < LATIN ? known[character] : OTHERS;
        return width * points;
    }

    private double[] measured() {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes()))) {
            var glyphs = font.getUnicodeCmapLookup();
            var all = new double[LATIN];
            for (int i = 0; i < LATIN; i++)
                all[i] = (double) font.getAdvanceWidth(glyphs.getGlyphId(i)) / font.getUnitsPerEm();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
