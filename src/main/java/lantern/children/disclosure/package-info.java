/** Copies of what is recorded of a child, built as their recipient may see it, and the decisions to share or not to. */
@org.jspecify.annotations.NullMarked
package lantern.children.disclosure;
