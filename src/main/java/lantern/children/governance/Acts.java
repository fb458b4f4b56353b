package lantern.children.governance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lantern.audit.LedgerLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The acts of the ledger in words, and the few kinds that somebody asks for. */
@Component
public class Acts {
    private static final Map<String, String> KINDS = kinds();
    private static final Set<String> SIGNING_IN =
            Set.of("sign-in", "sign-out", "invitation", "recovery", "passkey", "session");
    private static final Set<String> POLICY = Set.of(
            "standard", "standards", "role", "policy", "pattern", "threshold", "person", "post", "token", "client");
    private static final Set<String> SHARING =
            Set.of("sharing", "agreement", "disclosure", "restriction", "break-glass", "witness");

    private final JdbcClient db;

    Acts(JdbcClient db) {
        this.db = db;
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("opened", "Opened a record");
        kinds.put("searched", "Searched for a child");
        kinds.put("listed", "Saw children in a list");
        kinds.put("exported", "Exported or printed");
        kinds.put("changed", "Wrote or decided");
        kinds.put("refused", "Was refused");
        kinds.put("signed-in", "Signed in or out");
        kinds.put("shared", "Sharing, restriction and emergency opening");
        kinds.put("policy", "Changed a policy, a person or a standard");
        return kinds;
    }

    Map<String, String> choices() {
        return KINDS;
    }

    /** Every act of the kind that the authority's ledger has had; one that nobody did yet finds nothing. */
    List<String> of(String kind) {
        switch (kind) {
            case "":
                return List.of();
            case "opened":
                return List.of("look");
            case "searched", "listed":
                return List.of("list");
            case "refused":
                return List.of("refused");
            default:
        }
        var acts = new TreeSet<String>();
        acts.add(kind); // never an act: a kind without one must not ask for all
        db.sql("select * from audit.acts_known()").query(String.class).list().stream()
                .filter(act -> kindOf(act).equals(kind))
                .forEach(acts::add);
        return List.copyOf(acts);
    }

    static String kindOf(String act) {
        var noun = act.substring(0, act.indexOf('.') < 0 ? act.length() : act.indexOf('.'));
        if (act.equals("look")) return "opened";
        if (act.equals("list")) return "listed";
        if (act.equals("refused")) return "refused";
        if (noun.equals("export") || noun.equals("print")) return "exported";
        if (SIGNING_IN.contains(noun)) return "signed-in";
        if (SHARING.contains(noun)) return "shared";
        if (POLICY.contains(noun)) return "policy";
        return "changed";
    }

    /** What one entry says was done. */
    public static String words(LedgerLine line) {
        return switch (line.act()) {
            case "look" -> "Opened: " + String.join(", ", line.sections());
            case "list" -> {
                var list = line.list() == null ? "a list" : line.list().replace('-', ' ');
                var many = line.children().size();
                yield "children-search".equals(line.list())
                        ? "Searched for a child: " + (many == 0 ? "nobody found" : many + " found")
                        : "Saw " + (many == 1 ? "1 child" : many + " children") + " in a list: " + list;
            }
            case "refused" -> "Was refused";
            default -> {
                var words = line.act().replace('.', ' ').replace('-', ' ');
                yield Character.toUpperCase(words.charAt(0)) + words.substring(1);
            }
        };
    }
}
