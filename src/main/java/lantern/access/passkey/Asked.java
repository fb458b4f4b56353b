package lantern.access.passkey;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.access.Actor;

/** What a page's script asks the browser for, in the words of the standard (PublicKeyCredentialCreationOptionsJSON and its twin). */
final class Asked {
    private static final int FIVE_MINUTES = 300_000;

    private Asked() {}

    static Map<String, Object> toMake(byte[] challenge, Site site, Actor actor, List<Passkeys.Passkey> known) {
        return Map.of(
                "challenge", text(challenge),
                "rp", Map.of("id", site.host(), "name", "Lantern"),
                "user", Map.of("id", text(bytes(actor.id())), "name", actor.name(), "displayName", actor.name()),
                "pubKeyCredParams",
                        Authenticators.ALGORITHMS.stream()
                                .map(it -> Map.of("type", "public-key", "alg", it))
                                .toList(),
                "excludeCredentials",
                        known.stream().map(it -> credential(it.credentialId())).toList(),
                "authenticatorSelection", Map.of("residentKey", "preferred", "userVerification", "preferred"),
                "attestation", "none",
                "timeout", FIVE_MINUTES);
    }

    static Map<String, Object> toSignIn(byte[] challenge, Site site, List<byte[]> allowed) {
        return Map.of(
                "challenge", text(challenge),
                "rpId", site.host(),
                "allowCredentials", allowed.stream().map(Asked::credential).toList(),
                "userVerification", "preferred",
                "timeout", FIVE_MINUTES);
    }

    private static Map<String, Object> credential(byte[] id) {
        return Map.of("type", "public-key", "id", text(id));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
