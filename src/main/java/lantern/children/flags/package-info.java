/** Flags on a child's record: a warning in a few words, with an owner and a day on which somebody looks at it again. */
@org.jspecify.annotations.NullMarked
package lantern.children.flags;
