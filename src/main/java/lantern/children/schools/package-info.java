/** Where a child goes to school and went to school. */
@NullMarked
package lantern.children.schools;

import org.jspecify.annotations.NullMarked;
