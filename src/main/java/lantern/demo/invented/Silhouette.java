package lantern.demo.invented;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A drawn head and shoulders without a face, which nobody can take for a photograph of anybody. */
public final class Silhouette {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 400;
    private static final List<Color> GROUNDS = List.of(
            new Color(0xD5E8F3), new Color(0xE4E0F0), new Color(0xDDEFE3), new Color(0xF6E3D3), new Color(0xEEEEEE));
    private static final List<Color> COATS = List.of(
            new Color(0x12436D), new Color(0x28A197), new Color(0x801650), new Color(0x3D3D3D), new Color(0xA285D1));
    private static final List<Color> HAIR =
            List.of(new Color(0x2B1B12), new Color(0x6B4423), new Color(0xB5651D), new Color(0x111111));

    private Silhouette() {}

    public static byte[] png(Seeded chance) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var draw = image.createGraphics();
        draw.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw.setColor(chance.pick(GROUNDS));
        draw.fillRect(0, 0, WIDTH, HEIGHT);
        draw.setColor(chance.pick(COATS));
        draw.fill(new RoundRectangle2D.Double(35, 285, 230, 200, 140, 140));
        var hair = chance.pick(HAIR);
        draw.setColor(hair);
        var length = chance.between(0, 2) * 55;
        draw.fill(new RoundRectangle2D.Double(85, 75, 130, 140 + length, 130, 130));
        draw.setColor(new Color(0xC9B7A6));
        draw.fill(new RoundRectangle2D.Double(130, 230, 40, 75, 20, 20));
        draw.fill(new Ellipse2D.Double(97, 95, 106, 160));
        // Struck through: invented.
        draw.setColor(new Color(255, 255, 255, 150));
        draw.setStroke(new BasicStroke(10));
        draw.drawLine(0, HEIGHT, WIDTH, 0);
        draw.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
