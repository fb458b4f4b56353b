/** The clocks of what stays on a child's record only while somebody looks at it again: flags and photographs. */
@org.jspecify.annotations.NullMarked
package lantern.children.reviews;
