package lantern.access.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks what an authenticator says (W3C Web Authentication, 7.1 and 7.2). Whether the challenge was ours, and unused, only the database knows. */
@Component
class Authenticators {
    private static final Logger LOG = LoggerFactory.getLogger(Authenticators.class);

    static final List<Integer> ALGORITHMS = List.of(-8, -7, -257); // EdDSA, ES256, RS256

    private final ObjectConverter objects = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(objects);
    // Who made the authenticator is not asked, so its statement about itself is not needed.
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(objects);

    Authenticators() {
        // The database compares counters, under a lock, and tells the person.
        webAuthn.getAuthenticationDataVerifier().setMaliciousCounterValueHandler(seen -> {});
    }

    /** A new credential: its id, what to keep of it, its counter, and the challenge that it signed. */
    record Made(byte[] id, byte[] credential, long count, byte[] challenge) {}

    /** What somebody proved with a credential; verified when the authenticator saw a finger, a face or a PIN. */
    record Proved(byte[] id, long count, byte[] challenge, boolean verified) {}

    Optional<Made> made(String answer, Site site) {
        try {
            var said = webAuthn.parseRegistrationResponseJSON(answer);
            var challenge =
                    Objects.requireNonNull(said.getCollectedClientData()).getChallenge();
            var algorithms = ALGORITHMS.stream()
                    .map(it -> new PublicKeyCredentialParameters(
                            PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(it)))
                    .toList();
            webAuthn.verify(said, new RegistrationParameters(server(site, challenge), algorithms, false, true));
            var data = Objects.requireNonNull(said.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(data.getAttestedCredentialData());
            return Optional.of(new Made(
                    credential.getCredentialId(),
                    credentials.convert(credential),
                    data.getSignCount(),
                    challenge.getValue()));
        } catch (DataConversionException | VerificationException | NullPointerException e) {
            LOG.info("A passkey's answer was refused: {}", e.toString());
            return Optional.empty();
        }
    }

    /** The id of the credential that an answer is by, unchecked. */
    @SuppressWarnings("NullAway") // the library's annotation on an array is read as one on its elements
    Optional<byte[]> idIn(String answer) {
        try {
            return Optional.ofNullable(
                    webAuthn.parseAuthenticationResponseJSON(answer).getCredentialId());
        } catch (DataConversionException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** Checked with the public key that was kept. */
    Optional<Proved> proved(String answer, byte[] kept, Site site) {
        try {
            var said = webAuthn.parseAuthenticationResponseJSON(answer);
            var challenge =
                    Objects.requireNonNull(said.getCollectedClientData()).getChallenge();
            var credential = credentials.convert(kept);
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(), null, null, null, 0, credential, null, null, null, null);
            webAuthn.verify(said, new AuthenticationParameters(server(site, challenge), record, null, false, true));
            var data = Objects.requireNonNull(said.getAuthenticatorData());
            return Optional.of(new Proved(
                    credential.getCredentialId(), data.getSignCount(), challenge.getValue(), data.isFlagUV()));
        } catch (DataConversionException | VerificationException | NullPointerException e) {
            LOG.info("A passkey's answer was refused: {}", e.toString());
            return Optional.empty();
        }
    }

    private static ServerProperty server(Site site, com.webauthn4j.data.client.challenge.Challenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.host())
                .challenge(challenge)
                .build();
    }
}
