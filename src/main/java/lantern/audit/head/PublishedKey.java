package lantern.audit.head;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import lantern.audit.tree.Merkle;

/** The public half of a sealing key. Its id is the start of its own hash, so a file name or a column can never pass one key off as another. */
public record PublishedKey(String id, PublicKey key) {
    /** The fixed start of an Ed25519 key in X.509 form (RFC 8410, section 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static PublishedKey ofRaw(byte[] raw) throws GeneralSecurityException {
        var encoded = java.util.Arrays.copyOf(X509, X509.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509.length, raw.length);
        return of(encoded);
    }

    static PublishedKey parse(String pem) throws GeneralSecurityException {
        return of(Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", "")));
    }

    private static PublishedKey of(byte[] encoded) throws GeneralSecurityException {
        var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        var hash = Merkle.sha256().digest(encoded);
        return new PublishedKey(HexFormat.of().formatHex(hash, 0, 8), key);
    }

    public boolean signed(Head head) {
        if (!head.key().equals(id)) return false;
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(head.promise());
            return signature.verify(HexFormat.of().parseHex(head.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    public String pem() {
        return pem("PUBLIC KEY", key.getEncoded());
    }

    static String pem(String kind, byte[] encoded) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(encoded));
    }
}
