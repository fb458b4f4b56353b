package lantern.children.imports.source;

import java.util.UUID;
import lantern.children.imports.file.Line;

/** A row that became a fact of this child, or was found to be this child. */
public record Taken(Line line, UUID child) {}
