package lantern.timescales.edition;

import java.util.List;

/** An edition that cannot be loaded, with every fault in it; the application does not start on half a rule book. */
public final class UnsoundStandards extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnsoundStandards(List<String> faults) {
        super(String.join("\n", faults));
    }
}
