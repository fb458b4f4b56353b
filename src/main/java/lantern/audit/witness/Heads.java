package lantern.audit.witness;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantern.audit.head.Head;
import lantern.audit.head.PublishedKey;
import tools.jackson.databind.json.JsonMapper;

/** Heads as they leave Lantern: docs/guides/integrate.md says how a witness reads and checks them. */
final class Heads {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Heads() {}

    /** {@code keys}: the public keys of these heads' signatures, as PEM by id. */
    record Published(String format, String authority, List<Head> heads, Map<String, String> keys) {}

    static Published of(String authority, List<Head> heads, Collection<PublishedKey> keys) {
        var pem = new LinkedHashMap<String, String>();
        for (var key : keys)
            if (heads.stream().anyMatch(head -> head.key().equals(key.id()))) pem.put(key.id(), key.pem());
        return new Published("lantern ledger head 1", authority, heads, pem);
    }

    static byte[] json(String authority, List<Head> heads, Collection<PublishedKey> keys) {
        return JSON.writeValueAsBytes(of(authority, heads, keys));
    }
}
