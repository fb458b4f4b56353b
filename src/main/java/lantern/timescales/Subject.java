package lantern.timescales;

import java.util.UUID;
import lantern.access.Actor;
import lantern.access.Permission;

/** What a timescale runs for: a notification, a missing episode, a return interview, a concern, an emergency opening or the child itself. */
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

    /** A concern that a child is exploited. */
    public static Subject concern(UUID id) {
        return new Subject("concern", id);
    }

    public static Subject breakGlass(UUID id) {
        return new Subject("break-glass", id);
    }

    public static Subject child(UUID id) {
        return new Subject("child", id);
    }

    public static Subject flag(UUID id) {
        return new Subject("flag", id);
    }

    public static Subject photograph(UUID id) {
        return new Subject("photograph", id);
    }

    /** Something of a restricted record, told to somebody who is not to know of which: it leads nowhere. */
    public static Subject withheld(UUID id) {
        return new Subject("withheld", id);
    }

    /** Whoever reports by e-mail, when their mail stays away. */
    public static Subject mailSender(UUID id) {
        return new Subject("mail-sender", id);
    }

    /** A way by which messages come, when they stay away. */
    public static Subject feed(UUID id) {
        return new Subject("feed", id);
    }

    /** What a pattern of the ledger found. */
    public static Subject finding(UUID id) {
        return new Subject("finding", id);
    }

    /** Who looked at a child's record. */
    public static Subject looks(UUID child) {
        return new Subject("looks", child);
    }

    /** The ledger of an authority itself. */
    public static Subject ledger(UUID authority) {
        return new Subject("ledger", authority);
    }

    public static Subject peopleReview(UUID id) {
        return new Subject("people-review", id);
    }

    /** The same for this reader: who does not work the inbox reads a notification of a child they work with on its own page. */
    public String path(Actor reader) {
        return kind.equals("notification") && !reader.may(Permission.READ_INBOX) ? "/notifications/" + id : path();
    }

    /** The page where the subject is worked on; the rooms above keep to these addresses. */
    public String path() {
        return switch (kind) {
            case "notification" -> "/inbox/" + id;
            case "people-review" -> "/people/reviews/" + id;
            case "person" -> "/people/" + id;
            case "client" -> "/clients/" + id;
            case "break-glass" -> "/break-glass/" + id;
            case "feed" -> "/intake/feeds/" + id;
            case "mail-sender" -> "/intake/mail/" + id;
            case "child" -> "/children/" + id;
            case "flag" -> "/children/flags/" + id;
            case "photograph" -> "/children/photographs/" + id;
            case "withheld" -> "/notices";
            case "finding" -> "/ledger/patterns/" + id;
            case "looks" -> "/children/" + id + "/looks";
            case "ledger" -> "/ledger";
            case "issued-list" -> "/missing/issued/" + id;
            case "concern" -> "/exploitation/concerns/" + id;
            case "episode" -> "/missing/episodes/" + id;
            case "meeting" -> "/meetings/" + id;
            case "minutes" -> "/meetings/copies/" + id;
            case "action" -> "/meetings/actions/" + id;
            default -> "/missing/interviews/" + id;
        };
    }
}
