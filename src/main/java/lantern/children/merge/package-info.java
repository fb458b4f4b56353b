/** Two records of one child become one, and can be two again: everything follows, everything can be put back. */
@org.jspecify.annotations.NullMarked
package lantern.children.merge;
