package lantern.access.client;

import java.util.UUID;
import lantern.platform.web.Page;

/** The token, seen this once. */
public record TokenPage(UUID client, String name, String token, String until, String old) implements Page {
    @Override
    public String title() {
        return "Copy the token now";
    }

    @Override
    public String back() {
        return "/clients/" + client;
    }
}
