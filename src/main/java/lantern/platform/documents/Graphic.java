package lantern.platform.documents;

/** What a figure shows: it can always be read as a table too. */
public sealed interface Graphic permits Chart, Tree {
    Block.Table table(String caption);
}
