package lantern.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;

/**
 * Addresses of what pages load. Each holds its version, or the hash of our own files as Spring's content version
 * strategy computes it, so that browsers may keep them for ever.
 */
public final class Assets {
    public static final String GOVUK = "/assets/govuk-frontend-6.6.0/";
    public static final String HTMX = "/assets/htmx-2.0.11/htmx.min.js";
    public static final String CSS = own("lantern", "css");
    public static final String JS = own("lantern", "js");
    public static final String DRAFTS = own("drafts", "js");
    public static final String PASSKEY = own("passkey", "js");
    public static final String ASSESSING = own("assessing", "js");
    public static final String BEGIN = own("begin", "js");
    public static final String ICON = own("icon", "svg");

    private Assets() {}

    private static String own(String name, String type) {
        try (var content = new ClassPathResource("static/assets/lantern/" + name + "." + type).getInputStream()) {
            return "/assets/lantern/" + name + "-" + DigestUtils.md5DigestAsHex(content) + "." + type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
