package lantern.audit.verify;

/** What was done to the ledger, as the command says it. */
enum Tampering {
    EDITED("edited"),
    DELETED("deleted"),
    INSERTED("inserted"),
    REORDERED("reordered"),
    CUT_TAIL("cut tail"),
    REWRITTEN_HEAD("rewritten head");

    final String words;

    Tampering(String words) {
        this.words = words;
    }
}
