package lantern.children.patterns;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.children.governance.LedgerPage;
import lantern.children.patterns.Thresholds.Pattern;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** What the patterns found, one of them with the entries behind it, and the numbers of a rule. */
public final class PatternPages {
    private PatternPages() {}

    public record Row(
            UUID id,
            String day,
            String pattern,
            String sentence,
            @Nullable String found) {}

    /** @param waiting those that nobody looked into yet, or those that somebody did */
    public record All(boolean waiting, List<Pattern> rules, List<Row> rows, int page, boolean more, boolean mayChange)
            implements Page {
        @Override
        public String title() {
            return "Patterns to look into";
        }

        @Override
        public String back() {
            return "/ledger";
        }

        @Override
        public boolean wide() {
            return true;
        }

        public String path(int page) {
            return "/ledger/patterns?show=" + (waiting ? "waiting" : "looked-into") + "&page=" + page;
        }
    }

    /**
     * @param opening the emergency opening that is reviewed on its own page
     * @param asked the address of the same entries in the ledger
     */
    public record One(
            Form form,
            UUID id,
            String day,
            String sentence,
            @Nullable String words,
            Pattern rule,
            List<LedgerPage.Row> rows,
            List<String> when,
            @Nullable String outcome,
            @Nullable String lookedInto,
            @Nullable String outcomeWords,
            boolean mayMark,
            @Nullable String opening)
            implements Page.WithForm {
        @Override
        public String title() {
            return rule.title();
        }

        @Override
        public String back() {
            return "/ledger/patterns";
        }

        @Override
        public boolean wide() {
            return true;
        }

        public Map<String, String> outcomes() {
            return Finding.OUTCOMES;
        }

        public List<Integer> numbers() {
            return java.util.stream.IntStream.range(0, rows.size()).boxed().toList();
        }
    }

    public record Numbers(Form form, Pattern rule) implements Page.WithForm {
        @Override
        public String title() {
            return "Change the numbers: " + rule.title();
        }

        @Override
        public String back() {
            return "/ledger/patterns";
        }
    }
}
