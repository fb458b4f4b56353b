package lantern.audit.witness;

import java.time.Instant;
import java.util.List;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** Who keeps the ledger's heads, and the form that registers somebody. */
public final class WitnessPages {
    private WitnessPages() {}

    public record All(List<Witness> witnesses, long newest, boolean mayChange, Instant now) implements Page {
        @Override
        public String title() {
            return "Witnesses of the ledger";
        }

        @Override
        public String back() {
            return "/ledger";
        }

        @Override
        public boolean wide() {
            return true;
        }

        public String how(Witness witness) {
            return witness.url() == null ? "Fetches them itself" : "Is sent them at " + witness.url();
        }

        public String holds(Witness witness) {
            if (witness.taken() == 0) return "None yet";
            return witness.taken() >= newest ? "All, to head " + newest : "Head " + witness.taken() + " of " + newest;
        }

        public String last(Witness witness) {
            return witness.lastAnswer() == null ? "Never" : London.ago(witness.lastAnswer(), now);
        }

        public String trouble(Witness witness) {
            if (witness.disagreed() > 0)
                return "It holds another head than this ledger has: run ./lantern audit verify with its copy";
            return witness.trouble() == null
                    ? "None"
                    : witness.trouble() + ", " + witness.failures() + (witness.failures() == 1 ? " time" : " times");
        }
    }

    public record Register(Form form) implements Page.WithForm {
        @Override
        public String title() {
            return "Register a witness";
        }

        @Override
        public String back() {
            return "/ledger/witnesses";
        }
    }
}
