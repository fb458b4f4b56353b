package lantern.intake.notification;

/** One field that could not be taken: its path as the sender wrote it ("child.dateOfBirth") and what to do about it. */
public record Problem(String field, String message) {}
