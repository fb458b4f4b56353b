package lantern.platform.files;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import lantern.platform.Refused;

/**
 * A picture drawn anew: only its pixels are kept. Where, when and with what it was taken, thumbnails, comments and whatever else was hidden
 * behind the pixels stay out. It stands upright, as the camera's note said, and is at most {@link #LONGEST} pixels long.
 */
final class Picture {
    static final int LONGEST = 2_000;
    private static final long MOST_PIXELS = 60_000_000;
    private static final float QUALITY = 0.88f;

    private Picture() {}

    static byte[] drawnAnew(byte[] bytes, FileKind kind, String field) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReadersByFormatName(kind.code());
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                var pixels = pixels(reader, field);
                var upright = turned(opaque(pixels, kind), kind == FileKind.JPEG ? Orientation.of(bytes) : 1);
                return written(upright, kind);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refused refused) throw refused;
            throw new Refused("This picture cannot be read. Save it again as JPEG or PNG and choose it again", field);
        }
    }

    // Its size is asked before it is unpacked, and a large one is read with every second or third pixel: a small file
    // can hold a huge picture.
    private static BufferedImage pixels(ImageReader reader, String field) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS)
            throw new Refused("This picture is too large. Save a smaller copy and choose that", field);
        var step = (int) Math.max(1, Math.ceilDiv(Math.max(width, height), LONGEST));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage opaque(BufferedImage image, FileKind kind) {
        var type = kind == FileKind.PNG && image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB;
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
        var draw = plain.createGraphics();
        draw.drawImage(image, 0, 0, null);
        draw.dispose();
        return plain;
    }

    /** The eight orientations of Exif 2.3 (tag 0x0112). */
    private static BufferedImage turned(BufferedImage image, int orientation) {
        double w = image.getWidth();
        double h = image.getHeight();
        var turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
                    default -> new AffineTransform();
                };
        if (turn.isIdentity()) return image;
        var across = orientation >= 5;
        var upright = new BufferedImage((int) (across ? h : w), (int) (across ? w : h), image.getType());
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, upright);
    }

    private static byte[] written(BufferedImage image, FileKind kind) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(kind.code()).next();
        try (var to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            var how = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
