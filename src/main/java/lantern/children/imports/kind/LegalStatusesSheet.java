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
class LegalStatusesSheet implements Sheet {
    private final CareHistory history;

    LegalStatusesSheet(CareHistory history) {
        this.history = history;
    }

    @Override
    public Kind kind() {
        return Kind.LEGAL_STATUSES;
    }

    @Override
    public List<Taken> take(List<Line> lines, Map<Line, UUID> children, Import importing) {
        var free = history.statusesOf(children.values());
        return Facts.<CareHistory.Status>take(
                lines,
                children,
                (line, child) -> read(line, child, free, importing),
                (found, of) -> history.addStatuses(found, importing.by(), importing.at()));
    }

    private static CareHistory.@Nullable Status read(
            Line line, UUID child, CareHistory.Spells spells, Import importing) {
        Facts.period(line, importing);
        var code = line.code("code", CareCodes.LEGAL_STATUSES, "a legal status");
        var from = line.day("starts_on");
        if (code == null || from == null || !line.sound()) return null;
        spells.add(child, from, line.day("ends_on"));
        return new CareHistory.Status(child, code, from, line.day("ends_on"));
    }
}
