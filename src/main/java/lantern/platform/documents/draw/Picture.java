package lantern.platform.documents.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import lantern.platform.documents.Graphic;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A chart as PNG for PDF and Word. Letters are filled from the outlines of the font that is carried along, because Java's own
 * text needs a font configuration that a server may not have.
 */
public final class Picture implements Canvas {
    private static final double SCALE = 3;
    private static final double SIZE = 14;

    private final Graphics2D graphics;
    private final TrueTypeFont font;

    private Picture(Graphics2D graphics, TrueTypeFont font) {
        this.graphics = graphics;
        this.font = font;
    }

    /** PNG bytes with how wide and high they are meant to be shown, in points. */
    public record Png(byte[] bytes, int width, int height) {}

    public static Png of(Graphic graphic) {
        var drawing = Laid.out(graphic);
        var image = new BufferedImage(
                (int) (Laid.WIDTH * SCALE), (int) (drawing.height() * SCALE), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(Fonts.REGULAR.bytes()))) {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(SCALE, SCALE);
            drawing.on(new Picture(graphics, font));
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return new Png(out.toByteArray(), 460, (int) Math.round(460 * drawing.height() / Laid.WIDTH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            graphics.dispose();
        }
    }

    @Override
    public void box(double x, double y, double width, double height, String colour) {
        graphics.setColor(Color.decode(colour));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(List<Point> points, double width, String colour) {
        graphics.setColor(Color.decode(colour));
        graphics.setStroke(new BasicStroke((float) width));
        var path = new GeneralPath();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
        graphics.draw(path);
    }

    @Override
    public void words(double x, double y, String words, At at) {
        try {
            var unit = SIZE / font.getUnitsPerEm();
            var glyphs = font.getUnicodeCmapLookup();
            var width = 0.0;
            for (var character : words.codePoints().toArray())
                width += font.getAdvanceWidth(glyphs.getGlyphId(character)) * unit;
            var from =
                    switch (at) {
                        case START -> x;
                        case MIDDLE -> x - width / 2;
                        case END -> x - width;
                    };
            graphics.setColor(Color.decode("#0b0c0c"));
            for (var character : words.codePoints().toArray()) {
                var glyph = glyphs.getGlyphId(character);
                var place = new AffineTransform(unit, 0, 0, -unit, from, y);
                var outline = font.getGlyph().getGlyph(glyph);
                if (outline != null) graphics.fill(outline.getPath().createTransformedShape(place));
                from += font.getAdvanceWidth(glyph) * unit;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
