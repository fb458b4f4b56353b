/** Tests of lantern.children.governance and of the patterns. */
@org.jspecify.annotations.NullMarked
package lantern.children.governance;
