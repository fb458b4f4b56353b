package lantern.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import lantern.access.session.PublicAddress;
import lantern.platform.Refused;

/** The address that passkeys are bound to: a page that only looks like Lantern gets nothing from them. */
record Site(String origin, String host) {
    static Site of(PublicAddress address, HttpServletRequest request) {
        var uri = address.of(request);
        var host = uri.getHost();
        if (host.startsWith("[") || host.matches("[0-9.]+"))
            throw new Refused("Passkeys need an address with a name. Open Lantern at http://localhost"
                    + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + " and try again.");
        return new Site(uri.toString(), host);
    }
}
