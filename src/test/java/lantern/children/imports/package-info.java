@NullMarked
package lantern.children.imports;

import org.jspecify.annotations.NullMarked;
