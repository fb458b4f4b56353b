package lantern.children;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.timescales.ChildNames;
import org.springframework.stereotype.Component;

/** Gives the board of timescales the names of the children on it. */
@Component
class NamesOnTimescales implements ChildNames {
    private final Children children;

    NamesOnTimescales(Children children) {
        this.children = children;
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return children.findAll(ids).stream().collect(Collectors.toMap(ChildFacts::id, ChildFacts::name));
    }
}
