/** Who is responsible for the child: one allocated worker at a time, whose team then sees the record. */
@org.jspecify.annotations.NullMarked
package lantern.children.allocation;
