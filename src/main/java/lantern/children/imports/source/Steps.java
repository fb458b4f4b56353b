package lantern.children.imports.source;

/** Who is told how far an import is. */
@FunctionalInterface
public interface Steps {
    void at(int rows, int taken);
}
