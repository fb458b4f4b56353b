package lantern.access.invitation;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import lantern.platform.Refused;
import org.apache.commons.codec.binary.Base32;

/** The secret that an authenticator app and Lantern share: 160 random bits, shown once as text and as a picture. */
public record CodeSecret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static CodeSecret fresh() {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return new CodeSecret(new Base32().encodeAsString(bytes));
    }

    public static CodeSecret typed(String text) {
        if (!text.matches("[A-Z2-7]{32}")) throw new Refused("Open the page again, and scan what it shows then");
        return new CodeSecret(text);
    }

    public byte[] bytes() {
        return new Base32().decode(text);
    }

    /** In groups of four, for typing. */
    public String spaced() {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }

    public String address() {
        return "otpauth://totp/Lantern?secret=" + text + "&issuer="
                + URLEncoder.encode("Lantern", StandardCharsets.UTF_8);
    }

    /** The address as one SVG path on a grid of modules; {@link #size} is the grid's width. */
    public String path() {
        var matrix = matrix();
        var path = new StringBuilder();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
        return path.toString();
    }

    public int size() {
        return matrix().getWidth();
    }

    private com.google.zxing.common.BitMatrix matrix() {
        try {
            return new QRCodeWriter().encode(address(), BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
