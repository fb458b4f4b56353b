package lantern.timescales.escalation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who in a role is told: the owner, the manager of the allocated worker's team, the provider's manager, else the whole role. */
record Addressee(
        @Nullable UUID agency,
        @Nullable UUID team,
        @Nullable UUID person) {

    static Addressee of(
            String role,
            String owner,
            @Nullable UUID agency,
            @Nullable UUID team,
            @Nullable UUID person,
            @Nullable UUID workerTeam) {
        if (role.equals(owner))
            return person == null ? new Addressee(agency, team, null) : new Addressee(null, null, person);
        return switch (role) {
            case "team-manager" -> new Addressee(null, workerTeam == null ? team : workerTeam, null);
            case "provider-manager" -> new Addressee(agency, null, null);
            default -> new Addressee(null, null, null);
        };
    }
}
