package lantern.access.openid;

import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What an administrator set about the organisation's identity provider; see docs/guides/operate.md.
 *
 * @param secondFactor "acr:VALUE,..." or "amr:VALUE,...", what the provider says when a second factor was used, or "enforced" when the
 *     provider lets nobody in without one and does not say so
 */
@Component
record OpenIdSettings(
        @Value("${lantern.oidc.issuer:}") String issuer,
        @Value("${lantern.oidc.client-id:}") String clientId,
        @Value("${lantern.oidc.client-secret:}") String clientSecret,

        @Value("${lantern.oidc.scopes:openid email profile}")
        String scopes,

        @Value("${lantern.oidc.email-claim:email}") String emailClaim,
        @Value("${lantern.oidc.second-factor:amr:mfa}") String secondFactor) {

    boolean on() {
        return !issuer.isBlank();
    }

    /** What the provider is asked for, where it is asked by acr. */
    List<ACR> acrs() {
        return secondFactor.startsWith("acr:") ? values().stream().map(ACR::new).toList() : List.of();
    }

    boolean secondFactorUsed(IDTokenClaimsSet claims) {
        if (secondFactor.equals("enforced")) return true;
        if (secondFactor.startsWith("acr:"))
            return claims.getACR() != null && values().contains(claims.getACR().getValue());
        return claims.getAMR() != null
                && claims.getAMR().stream().map(AMR::getValue).anyMatch(values()::contains);
    }

    private List<String> values() {
        return Arrays.stream(secondFactor.substring(4).split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "OpenIdSettings[" + issuer + "]";
    }
}
