/** The national return of looked after children (SSDA903) as a source: its header, episodes of care and missing files. */
@NullMarked
package lantern.children.imports.ssda903;

import org.jspecify.annotations.NullMarked;
