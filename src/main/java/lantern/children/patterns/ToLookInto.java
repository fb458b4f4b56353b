package lantern.children.patterns;

import java.util.OptionalLong;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.WorkList;
import org.springframework.stereotype.Component;

/** Unusual reading that nobody has looked into yet. */
@Component
class ToLookInto implements WorkList {
    private final Findings findings;

    ToLookInto(Findings findings) {
        this.findings = findings;
    }

    @Override
    public String title() {
        return "Patterns";
    }

    @Override
    public String purpose() {
        return "Unusual reading of records: see the entries behind it, and say what you found.";
    }

    @Override
    public String path() {
        return "/ledger/patterns";
    }

    @Override
    public Permission permission() {
        return Permission.REVIEW_ACCESS;
    }

    @Override
    public int order() {
        return 71;
    }

    @Override
    public OptionalLong waiting(Actor actor) {
        return OptionalLong.of(findings.waiting());
    }
}
