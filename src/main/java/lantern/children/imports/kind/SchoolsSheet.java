package lantern.children.imports.kind;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.children.imports.file.Line;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.Kind;
import lantern.children.imports.source.Sheet;
import lantern.children.imports.source.Taken;
import lantern.children.schools.Schools;
import org.springframework.stereotype.Component;

@Component
class SchoolsSheet implements Sheet {
    private final Schools schools;

    SchoolsSheet(Schools schools) {
        this.schools = schools;
    }

    @Override
    public Kind kind() {
        return Kind.SCHOOLS;
    }

    @Override
    public List<Taken> take(List<Line> lines, Map<Line, UUID> children, Import importing) {
        return Facts.<Schools.NewSchool>take(
                lines,
                children,
                (line, child) -> read(line, importing),
                (found, of) -> schools.addAll(of, found, importing.by(), importing.at()));
    }

    private static Schools.NewSchool read(Line line, Import importing) {
        Facts.period(line, importing);
        return new Schools.NewSchool(line.text("name"), line.orNull("urn"), line.day("starts_on"), line.day("ends_on"));
    }
}
