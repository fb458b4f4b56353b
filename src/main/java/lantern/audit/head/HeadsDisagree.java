package lantern.audit.head;

/** The heads file and the database do not tell the same story; sealing stops, and its lag then raises the alarm. */
public final class HeadsDisagree extends RuntimeException {
    private static final long serialVersionUID = 1;

    public HeadsDisagree(String authority, long onFile, long sealed) {
        super(
                ("The heads file of %s ends with head %d, the database with %d, and the second does not continue the first."
                                + " Run `lantern audit verify`; after a restore, begin a new epoch with `lantern audit epoch --reason`.")
                        .formatted(authority, onFile, sealed));
    }
}
