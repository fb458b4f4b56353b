/** The kinds of files that are imported: their columns, and how their rows become facts of children. */
@NullMarked
package lantern.children.imports.kind;

import org.jspecify.annotations.NullMarked;
