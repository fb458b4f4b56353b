/** What an import has in common whatever the file: its kind, its rows' own references, and what became of them. */
@NullMarked
package lantern.children.imports.source;

import org.jspecify.annotations.NullMarked;
