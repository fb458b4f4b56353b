/** The pages on which two records are compared, merged, and made two again. */
@org.jspecify.annotations.NullMarked
package lantern.children.compare;
