package lantern.meetings;

import java.util.UUID;
import lantern.timescales.Subject;

/**
 * What of a child a meeting or an action is about: a concern, an absence, or the child as such. Its clocks are the ones that holding the
 * meeting meets.
 */
public record About(UUID child, String kind, UUID id) {
    public static About child(UUID child) {
        return new About(child, "child", child);
    }

    public static About concern(UUID child, UUID concern) {
        return new About(child, "concern", concern);
    }

    public static About episode(UUID child, UUID episode) {
        return new About(child, "episode", episode);
    }

    public Subject subject() {
        return new Subject(kind, id);
    }
}
