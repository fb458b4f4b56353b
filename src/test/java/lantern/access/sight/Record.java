package lantern.access.sight;

import java.util.List;
import java.util.UUID;

/** The ids by which one child's record can be asked for. */
record Record(UUID child, UUID episode, UUID interview, UUID notification, UUID timescale, UUID meeting, UUID action) {

    /** Which of them a route's address holds; for a kind of address that this does not know, the child's. */
    UUID in(String route) {
        if (starts(route, "/missing/episodes/", "/api/v1/missing-episodes/")) return episode;
        if (starts(route, "/missing/interviews/", "/api/v1/return-interviews/")) return interview;
        if (starts(route, "/inbox/", "/api/v1/inbox/", "/notifications/", "/api/v1/notifications/"))
            return notification;
        if (starts(route, "/timescales/")) return timescale;
        if (starts(route, "/meetings/actions/")) return action;
        if (starts(route, "/meetings/copies/", "/meetings/intelligence/")) return child;
        if (starts(route, "/meetings/", "/api/v1/meetings/")) return meeting;
        return child;
    }

    private static boolean starts(String route, String... with) {
        return List.of(with).stream().anyMatch(route::startsWith);
    }
}
