/** What the running server answers about records that somebody cannot see. */
@org.jspecify.annotations.NullMarked
package lantern.access.sight;
