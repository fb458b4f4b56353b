package lantern.timescales;

import java.util.UUID;

/** What a timescale runs for: a notification, a missing episode or a return interview. */
public record Subject(String kind, UUID id) {
    public static Subject notification(UUID id) {
        return new Subject("notification", id);
    }

    public static Subject episode(UUID id) {
        return new Subject("episode", id);
    }

    public static Subject interview(UUID id) {
        return new Subject("interview", id);
    }

    public static Subject breakGlass(UUID id) {
        return new Subject("break-glass", id);
    }

    /** Something of a restricted record, told to somebody who is not to know of which: it leads nowhere. */
    public static Subject withheld(UUID id) {
        return new Subject("withheld", id);
    }

    /** Whoever reports by e-mail, when their mail stays away. */
    public static Subject mailSender(UUID id) {
        return new Subject("mail-sender", id);
    }

    /** The page where the subject is worked on; the rooms above keep to these addresses. */
    public String path() {
        return switch (kind) {
            case "notification" -> "/inbox/" + id;
            case "break-glass" -> "/break-glass/" + id;
            case "mail-sender" -> "/intake/mail/" + id;
            case "withheld" -> "/notices";
            case "episode" -> "/missing/episodes/" + id;
            default -> "/missing/interviews/" + id;
        };
    }
}
