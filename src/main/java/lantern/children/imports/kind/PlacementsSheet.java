package lantern.children.imports.kind;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.children.care.CareCodes;
import lantern.children.care.CareHistory;
import lantern.children.imports.file.Line;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.Kind;
import lantern.children.imports.source.Sheet;
import lantern.children.imports.source.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class PlacementsSheet implements Sheet {
    private final CareHistory history;

    PlacementsSheet(CareHistory history) {
        this.history = history;
    }

    @Override
    public Kind kind() {
        return Kind.PLACEMENTS;
    }

    @Override
    public List<Taken> take(List<Line> lines, Map<Line, UUID> children, Import importing) {
        var free = history.placementsOf(children.values());
        return Facts.<CareHistory.Placement>take(
                lines,
                children,
                (line, child) -> read(line, child, free, importing),
                (found, of) -> history.addPlacements(found, importing.by(), importing.at()));
    }

    private static CareHistory.@Nullable Placement read(
            Line line, UUID child, CareHistory.Spells spells, Import importing) {
        Facts.period(line, importing);
        var type = line.code("type", CareCodes.PLACEMENT_TYPES, "a placement's code");
        var provider = line.code("provider", CareCodes.PROVIDERS, "a provider's code");
        var from = line.day("starts_on");
        if (type == null || from == null || !line.sound()) return null;
        spells.add(child, from, line.day("ends_on"));
        return new CareHistory.Placement(
                child,
                type,
                provider,
                line.text("name"),
                line.orNull("host_authority"),
                line.text("lines"),
                line.orNull("postcode"),
                from,
                line.day("ends_on"));
    }
}
