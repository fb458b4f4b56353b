package lantern.access.openid;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.signin.From;
import lantern.access.signin.SignIns;
import lantern.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the person whom the provider means among those who were invited, and opens their session. Nobody is added by signing in. */
@Component
class OpenIdSessions {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSessions.class);

    private final JdbcClient db;
    private final Access access;
    private final OpenIdSettings settings;

    OpenIdSessions(JdbcClient db, Access access, OpenIdSettings settings) {
        this.db = db;
        this.access = access;
        this.settings = settings;
    }

    /** A session's token, or why there is none, as a sentence that says what to do. */
    record Opened(@Nullable String token, String refusal) {}

    Opened open(IDTokenClaimsSet claims, From from, String organisation) {
        var subject = claims.getSubject().getValue();
        var email = email(claims);
        var authority = email.isEmpty() ? null : authority(subject, email.get());
        if (authority == null) {
            LOG.info("Somebody whom {} knows signed in and is nobody here", settings.issuer());
            return new Opened(
                    null,
                    "Nobody was invited to Lantern with the email address of this account. Ask your agency's Lantern"
                            + " administrator, and tell them the address that " + organisation + " has for you.");
        }
        if (!settings.secondFactorUsed(claims)) {
            refused(authority, email.get(), "no-second-factor");
            return new Opened(
                    null,
                    "You signed in to " + organisation + " without a second factor, and Lantern needs one. Set one up"
                            + " there, sign out there, and try again.");
        }
        var token = SignIns.newToken();
        var why = access.<@Nullable String>asSystem(
                authority,
                "sign in with an organisation's account",
                () -> db.sql("select access.open_session_by_openid(:issuer, :subject, :email, :token, :id, :device)")
                        .param("issuer", settings.issuer())
                        .param("subject", subject)
                        .param("email", email.get())
                        .param("token", token)
                        .param("id", Ids.next())
                        .param("device", from.device())
                        .query((row, n) -> Optional.ofNullable(row.getString(1)))
                        .single()
                        .orElse(null));
        if (why == null) return new Opened(token, "");
        return new Opened(
                null,
                why.equals("another-subject")
                        ? "This email address belonged to another account of " + organisation
                                + " before. Ask your agency's Lantern administrator to invite you again."
                        : "This account cannot sign in to Lantern now. Ask your agency's Lantern administrator.");
    }

    /** Only an address that the provider has verified: somebody could have typed a colleague's there. A claim that was chosen by name is trusted. */
    private Optional<String> email(IDTokenClaimsSet claims) {
        var email = claims.getStringClaim(settings.emailClaim());
        if (email == null || email.isBlank()) return Optional.empty();
        var verified =
                !settings.emailClaim().equals("email") || Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        return verified ? Optional.of(email.strip().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private @Nullable UUID authority(String subject, String email) {
        return db.sql("select access.openid_authority(:issuer, :subject, :email)")
                .param("issuer", settings.issuer())
                .param("subject", subject)
                .param("email", email)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    private void refused(UUID authority, String email, String why) {
        access.<@Nullable Object>asSystem(authority, "sign in with an organisation's account", () -> {
            db.sql("select access.openid_refused(:email, :why)")
                    .param("email", email)
                    .param("why", why)
                    .query((row, n) -> 1)
                    .list();
            return null;
        });
    }
}
