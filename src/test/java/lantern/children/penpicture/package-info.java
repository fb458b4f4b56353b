/** The pen picture and what is printed of it. */
@org.jspecify.annotations.NullMarked
package lantern.children.penpicture;
