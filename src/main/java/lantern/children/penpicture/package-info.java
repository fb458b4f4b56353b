/** What to look for when a child is missing: the pen picture, kept current, and the grab-pack that is printed of it for the police. */
@org.jspecify.annotations.NullMarked
package lantern.children.penpicture;
