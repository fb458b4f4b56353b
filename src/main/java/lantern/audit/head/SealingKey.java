package lantern.audit.head;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * The Ed25519 key that signs heads. It lives in a file outside the database (PKCS#8 PEM, as {@code openssl genpkey -algorithm ed25519} makes it), so that
 * whoever owns the database can break the ledger but not sign what they made of it.
 */
public final class SealingKey {
    private final PrivateKey secret;
    private final PublishedKey published;

    private SealingKey(PrivateKey secret, PublishedKey published) {
        this.secret = secret;
        this.published = published;
    }

    /** Reads the key, or makes one, readable by this account only, when there is no file yet. */
    public static SealingKey at(Path file) {
        try {
            if (Files.notExists(file)) create(file);
            return read(Files.readString(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The ledger's signing key " + file + " cannot be used: give an Ed25519 key in PKCS#8 PEM", e);
        }
    }

    public PublishedKey published() {
        return published;
    }

    /** Of other bytes than a head, such as what is sent to a witness: hex. */
    public String signature(byte[] bytes) {
        return sign(bytes);
    }

    String sign(byte[] promise) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(promise);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The ledger's signing key cannot sign", e);
        }
    }

    private static SealingKey read(String pem) throws GeneralSecurityException {
        var body = pem.replaceAll("-----[^-]+-----", "");
        var secret = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
        if (!(secret instanceof EdECPrivateKey edwards)) throw new IllegalArgumentException("Not an Ed25519 key");
        var seed = edwards.getBytes().orElseThrow(() -> new IllegalArgumentException("The key cannot be read"));
        // The platform cannot derive the public half of a key it did not generate.
        var raw = new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded();
        return new SealingKey(secret, PublishedKey.ofRaw(raw));
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        var secret = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        var pem = PublishedKey.pem("PRIVATE KEY", secret.getEncoded());
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            channel.write(java.nio.ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII)));
            // Heads signed with a key lost in a power cut could never be checked again.
            if (channel instanceof java.nio.channels.FileChannel onDisk) onDisk.force(true);
        }
    }
}
