package lantern.intake.notification;

import java.util.List;

/** What reading a message came to: the message, or everything that is wrong with it. */
public sealed interface Reading {
    record Read(Message message) implements Reading {}

    /** JSON, but not a notification: every problem at once. */
    record Invalid(List<Problem> problems) implements Reading {}

    /** Not JSON at all, or deeper or longer than is read. */
    record Unreadable(String why) implements Reading {}
}
