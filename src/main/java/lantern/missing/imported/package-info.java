/** Absences of the past that an import brings: closed episodes without clocks, and an open one as if it were reported now. */
@NullMarked
package lantern.missing.imported;

import org.jspecify.annotations.NullMarked;
