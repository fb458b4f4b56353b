/** Who can see a child's record and why, in words, from the function that the database's policies use. */
@org.jspecify.annotations.NullMarked
package lantern.children.sight;
