package lantern.children.imports.source;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.children.imports.file.Line;

/** How the rows of one kind become facts. Rows that are not taken carry their problems afterwards. */
public interface Sheet {
    Kind kind();

    /** @param children whom the rows are about; empty for a file of children */
    List<Taken> take(List<Line> lines, Map<Line, UUID> children, Import importing);
}
