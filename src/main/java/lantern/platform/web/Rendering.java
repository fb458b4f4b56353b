package lantern.platform.web;

/**
 * Whether this thread is writing out a page. By then the transaction that read it has ended: a question asked now would be one
 * transaction more for every row, and an answer that the ledger does not know.
 */
public final class Rendering {
    private static final ScopedValue<Boolean> NOW = ScopedValue.newInstance();

    private Rendering() {}

    public static boolean isGoingOn() {
        return NOW.isBound();
    }

    static void of(Runnable page) {
        ScopedValue.where(NOW, true).run(page);
    }
}
