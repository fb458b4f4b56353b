package lantern.children.facts.following;

import java.util.Map;
import java.util.UUID;
import lantern.children.facts.Following;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class LegalStatusSpells implements Following {
    private final OneAtATime oneAtATime;

    LegalStatusSpells(OneAtATime oneAtATime) {
        this.oneAtATime = oneAtATime;
    }

    @Override
    public String kind() {
        return "legal-status";
    }

    @Override
    public void before(UUID child, @Nullable UUID fact, Map<String, @Nullable Object> row) {
        oneAtATime.check("children.legal_status", child, fact, row);
    }
}
