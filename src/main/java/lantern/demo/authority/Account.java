package lantern.demo.authority;

import java.util.UUID;
import lantern.demo.invented.Seeded;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in: one for each role of each authority.
 *
 * @param secret of the one-time codes
 */
public record Account(
        String authority,
        String authorityTitle,
        String role,
        String title,
        String agency,
        String email,
        String name,
        byte[] secret) {
    // A multiple of five, so that its text ends with a whole letter.
    static final int SECRET_BYTES = 20;

    static Account of(Authority.Kind authority, Post post, Seeded chance) {
        return new Account(
                authority.code,
                authority.title,
                post.role,
                post.title,
                post.agency,
                post.role + "@" + authority.code + ".example",
                lantern.demo.invented.Names.staff(chance),
                chance.bytes(SECRET_BYTES));
    }

    /** In Base32 (RFC 4648), as an authenticator takes it. */
    public String secretWritten() {
        return new Base32().encodeAsString(secret);
    }

    /** Every role that a person can have, and the agency it works in. */
    enum Post {
        HUB_WORKER("hub-worker", "Hub worker", "children", "Hub"),
        HUB_MANAGER("hub-manager", "Hub manager", "children", "Hub"),
        DUTY_WORKER("duty-worker", "Out-of-hours duty worker", "children", "Out-of-hours duty team"),
        SOCIAL_WORKER("social-worker", "Social worker", "children", null),
        TEAM_MANAGER("team-manager", "Team manager", "children", null),
        REVIEWING_OFFICER("reviewing-officer", "Independent reviewing officer", "children", "Independent reviewing"),
        HEAD_OF_SERVICE("head-of-service", "Head of Service", "children", "Leadership"),
        EXECUTIVE_DIRECTOR("executive-director", "Executive Director", "children", "Leadership"),
        INTERVIEWER("interviewer", "Return-interview worker", "returns", null),
        PROVIDER_MANAGER("provider-manager", "Return-interview manager", "returns", null),
        POLICE_ANALYST("police-analyst", "Police missing persons analyst", "police", null),
        SERVICE_MANAGER("service-manager", "Service manager", "children", "Leadership"),
        GOVERNANCE_LEAD("governance-lead", "Information governance lead", "children", "Leadership"),
        ADMINISTRATOR("administrator", "Administrator", "children", "Leadership"),
        AGENCY_MANAGER("agency-manager", "Agency manager", "police", null),
        OVERSIGHT_OFFICER("oversight-officer", "Oversight officer", "scrutiny", null),
        COUNCILLOR("councillor", "Councillor", "scrutiny", null),
        EXPLOITATION_COORDINATOR("exploitation-coordinator", "Exploitation co-ordinator", "children", "Hub"),
        DESIGNATED_LEAD("designated-lead", "Designated lead for safeguarding", "health", null);

        final String role;
        final String title;
        final String agency;
        /** A team of its own; null for those of the safeguarding teams and of other agencies. */
        final @Nullable String team;

        Post(String role, String title, String agency, @Nullable String team) {
            this.role = role;
            this.title = title;
            this.agency = agency;
            this.team = team;
        }
    }

    /** The person behind the account. */
    public record Holder(Account account, UUID id) {}
}
