package lantern.timescales;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a role for this child: the agency, team or person that a timescale owned by the role belongs to.
 * What is not known is null; the timescale then belongs to everyone in the role.
 */
public record Owner(
        String role,
        @Nullable UUID agency,
        @Nullable UUID team,
        @Nullable UUID person) {}
