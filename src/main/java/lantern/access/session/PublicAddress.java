package lantern.access.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address that people type: what {@code serve} was told, else the one that the request came by. */
@Component
public final class PublicAddress {
    private final String told;

    PublicAddress(@Value("${lantern.public-url:}") String told) {
        this.told = told;
    }

    /** Scheme, host and port, without anything after it. */
    public URI of(HttpServletRequest request) {
        var uri = URI.create(told.isBlank() ? request.getRequestURL().toString() : told);
        return URI.create(uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
    }
}
