package lantern.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The organisation's identity provider: what it publishes about itself, where to send people, and what its answer says. Keys that
 * it changes are fetched when a token is signed with one not yet known (at most every 30 seconds), and outlive a short outage.
 */
@Component
class OpenIdProvider {
    private static final int PATIENCE = 5_000;
    private static final int MOST_BYTES = 200_000;
    private static final int CLOCKS_APART_SECONDS = 60;
    private static final Duration FRESH = Duration.ofHours(12);

    /** Signatures by a key pair only: what a shared secret signs, everybody who holds it can sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.EdDSA);

    private final OpenIdSettings settings;
    private final Clock clock;
    private volatile @Nullable Published published;

    OpenIdProvider(OpenIdSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Published(OIDCProviderMetadata said, JWKSource<SecurityContext> keys, Instant at) {}

    /** What came of asking the provider; what went wrong is for the log. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }

    /** An ID token that holds, with what it claims. */
    record Answer(JWT token, IDTokenClaimsSet claims) {}

    /** Where the browser goes to sign in. */
    URI asking(Handshake handshake, URI answer, boolean again) throws Failed {
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(settings.scopes()), new ClientID(settings.clientId()), answer)
                .endpointURI(published().said.getAuthorizationEndpointURI())
                .state(handshake.state())
                .nonce(handshake.nonce())
                .codeChallenge(handshake.verifier(), CodeChallengeMethod.S256);
        if (!settings.acrs().isEmpty()) request.acrValues(settings.acrs());
        // After 15 idle minutes the desk may be somebody else's: the provider is asked to make sure.
        if (again) request.prompt(Prompt.Type.LOGIN);
        return request.build().toURI();
    }

    Answer redeem(String code, Handshake handshake, URI answer) throws Failed {
        var provider = published();
        try {
            var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), answer, handshake.verifier());
            var request = new TokenRequest.Builder(
                            provider.said.getTokenEndpointURI(),
                            new ClientSecretBasic(
                                    new ClientID(settings.clientId()), new Secret(settings.clientSecret())),
                            grant)
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(PATIENCE);
            request.setReadTimeout(PATIENCE);
            request.setFollowRedirects(false);
            request.setAccept("application/json");
            var sent = request.send();
            var response = OIDCTokenResponseParser.parse(sent);
            if (!response.indicatesSuccess())
                throw new Failed(
                        "The provider refused the code: " + sent.getStatusCode() + " "
                                + response.toErrorResponse().getErrorObject().getCode(),
                        null);
            var token = response.toSuccessResponse().getTokens().toOIDCTokens().getIDToken();
            var validator = new IDTokenValidator(
                    new Issuer(settings.issuer()),
                    new ClientID(settings.clientId()),
                    new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys),
                    null);
            validator.setMaxClockSkew(CLOCKS_APART_SECONDS);
            return new Answer(token, validator.validate(token, handshake.nonce()));
        } catch (IOException | ParseException | BadJOSEException | JOSEException e) {
            throw new Failed("The provider's answer does not hold", e);
        }
    }

    /** Where to sign out at the provider too, if it offers that. */
    Optional<URI> signingOut(@Nullable JWT token, URI afterwards) throws Failed {
        return Optional.ofNullable(published().said.getEndSessionEndpointURI())
                .map(end -> new LogoutRequest(
                                end, token, null, new ClientID(settings.clientId()), afterwards, null, null)
                        .toURI());
    }

    /** What the provider publishes about itself: asked for again after half a day. */
    private Published published() throws Failed {
        var known = published;
        if (known != null && known.at.plus(FRESH).isAfter(clock.instant())) return known;
        try {
            var said = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), PATIENCE, PATIENCE);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.<SecurityContext>create(
                            said.getJWKSetURI().toURL(), new DefaultResourceRetriever(PATIENCE, PATIENCE, MOST_BYTES))
                    .retrying(true)
                    .outageTolerant(Duration.ofHours(4).toMillis())
                    .build();
            var fresh = new Published(said, keys, clock.instant());
            published = fresh;
            return fresh;
        } catch (GeneralException | IOException | IllegalArgumentException e) {
            if (known != null) return known;
            throw new Failed("The provider " + settings.issuer() + " cannot be asked", e);
        }
    }
}
