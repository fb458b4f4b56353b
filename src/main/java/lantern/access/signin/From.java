package lantern.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where somebody signs in from.
 *
 * @param address the network address; of an IPv6 one the first 64 bits, because whoever has one has all the rest
 * @param device browser and system in words that their owner recognises ("Firefox on Windows")
 */
public record From(String address, String device) {
    public static From of(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new From(network(request.getRemoteAddr()), device(agent == null ? "" : agent));
    }

    static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return "unknown";
        }
    }

    static String device(String agent) {
        var browser = first(
                agent,
                "Edg",
                "Edge",
                "OPR/",
                "Opera",
                "SamsungBrowser",
                "Samsung Internet",
                "Firefox/",
                "Firefox",
                "FxiOS",
                "Firefox",
                "Chrome/",
                "Chrome",
                "CriOS",
                "Chrome",
                "Safari/",
                "Safari",
                "A browser");
        var system = first(
                agent,
                "iPhone",
                "iPhone",
                "iPad",
                "iPad",
                "Android",
                "Android",
                "Windows",
                "Windows",
                "CrOS",
                "ChromeOS",
                "Mac OS X",
                "Mac",
                "Linux",
                "Linux",
                "");
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    /** Signs and their words in pairs, the first that is there; at the end what it is otherwise. */
    private static String first(String agent, String... signs) {
        for (var i = 0; i + 1 < signs.length; i += 2) {
            if (agent.contains(signs[i])) return signs[i + 1];
        }
        return signs[signs.length - 1];
    }
}
