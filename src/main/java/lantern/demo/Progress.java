package lantern.demo;

import java.io.PrintWriter;

/** How far the making of the region has come: a bar on a terminal, a line at every tenth otherwise. */
public final class Progress {
    private static final int WIDTH = 30;
    private static final int PERCENT = 100;

    private final PrintWriter out;
    private final boolean terminal;
    private int shown = -1;

    private Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public static Progress to(PrintWriter out) {
        var console = System.console();
        return new Progress(out, console != null && console.isTerminal());
    }

    /** For tests, and for whoever makes a region to measure with. */
    public static Progress silent() {
        return new Progress(new PrintWriter(java.io.Writer.nullWriter()), false);
    }

    void at(int done, int of, String what) {
        var percent = of == 0 ? PERCENT : (int) ((long) done * PERCENT / of);
        var step = terminal ? percent : percent / 10 * 10;
        if (step == shown) return;
        shown = step;
        if (terminal) {
            var full = percent * WIDTH / PERCENT;
            out.print("\r  [" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + percent + "% " + what + "   ");
        } else {
            out.println("  " + percent + "% " + what);
        }
        out.flush();
    }

    void say(String what) {
        if (terminal && shown >= 0) out.println();
        shown = -1;
        out.println(what);
        out.flush();
    }
}
