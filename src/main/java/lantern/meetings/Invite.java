package lantern.meetings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to invite: an agency, one person of Lantern's, or anybody by name with an address.
 *
 * @param onlyAbout the one child of the meeting they are to hear of; null: all of them
 */
public record Invite(
        MeetingKind.Part part,
        @Nullable UUID agency,
        @Nullable UUID person,
        String name,
        @Nullable String email,
        @Nullable UUID onlyAbout) {

    public static Invite agency(MeetingKind.Part part, UUID agency, String name) {
        return new Invite(part, agency, null, name, null, null);
    }

    public static Invite person(MeetingKind.Part part, UUID person, @Nullable UUID agency, String name) {
        return new Invite(part, agency, person, name, null, null);
    }

    public static Invite outside(MeetingKind.Part part, String name, @Nullable String email) {
        return new Invite(part, null, null, name, email, null);
    }
}
