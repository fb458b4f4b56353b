package lantern.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address under which people reach Lantern, for what is printed or sent: what {@code serve} was told, else the one a request came by. */
@Component
public final class PublicUrl {
    private final String told;

    PublicUrl(@Value("${lantern.public-url:}") String told) {
        this.told = told.strip().replaceAll("/+$", "");
    }

    public String of(HttpServletRequest request) {
        if (!told.isEmpty()) return told;
        var uri = URI.create(request.getRequestURL().toString());
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** Where no request asks; empty when nothing was told. */
    public String told() {
        return told;
    }
}
