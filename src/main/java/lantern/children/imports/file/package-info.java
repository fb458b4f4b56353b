/** A file of separated values as it comes: its rows with their numbers, and what is wrong with them in words. */
@NullMarked
package lantern.children.imports.file;

import org.jspecify.annotations.NullMarked;
