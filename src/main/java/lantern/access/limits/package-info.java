/** How many calls a connected system may make: one count for all instances, asked before any work is begun. */
@org.jspecify.annotations.NullMarked
package lantern.access.limits;
