package lantern.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import lantern.platform.Refused;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;

/** The bytes of a JSON request, at most {@link #LIMIT} of them: a longer body is refused without being held in memory. */
public final class JsonBody {
    /** One megabyte: the longest honest notification is a few kilobytes. */
    public static final int LIMIT = 1_000_000;

    // A client that is still sending does not read an answer, so what follows is read and thrown away, up to this much.
    private static final long DRAIN = 32_000_000;

    private JsonBody() {}

    public static byte[] read(HttpServletRequest request) {
        if (!json(request.getContentType())) throw Refused.wrongKind("Send the body as application/json, in UTF-8");
        try {
            var body = request.getInputStream();
            var bytes = body.readNBytes(LIMIT + 1);
            if (bytes.length <= LIMIT) return bytes;
            var rest = new byte[64 * 1024];
            for (long drained = 0; drained < DRAIN; ) {
                var read = body.read(rest);
                if (read < 0) break;
                drained += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw Refused.tooLarge("Send a body of at most 1 MB (1,000,000 bytes)");
    }

    private static boolean json(@org.jspecify.annotations.Nullable String contentType) {
        if (contentType == null) return false;
        try {
            var type = MediaType.parseMediaType(contentType);
            var charset = type.getParameter("charset");
            return (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                            || type.getSubtype().endsWith("+json"))
                    && (charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8"));
        } catch (InvalidMimeTypeException | org.springframework.http.InvalidMediaTypeException e) {
            return false;
        }
    }
}
