package lantern.audit.verify;

import java.util.List;

/**
 * What a verification came to: how many sealed entries and heads were recomputed, how many entries are too new to be sealed, what is wrong (the first of
 * each authority), and what is not wrong but worth knowing.
 */
record Verdict(long entries, long heads, long unsealed, List<Finding> findings, List<String> notes) {
    boolean sound() {
        return findings.isEmpty();
    }

    String lastLine() {
        var counted = "%,d entries, %,d heads, %,d not yet sealed: ".formatted(entries, heads, unsealed);
        if (sound()) return counted + "the ledger is sound";
        return counted + "THE LEDGER WAS CHANGED: " + findings.getFirst().sentence();
    }
}
