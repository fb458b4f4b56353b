/** Imports: children and what is known of them from files, all of a file or none of it, and never the same row twice. */
@NullMarked
package lantern.children.imports;

import org.jspecify.annotations.NullMarked;
