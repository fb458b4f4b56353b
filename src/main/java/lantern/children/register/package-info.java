/** Adding a child to the register by hand. */
@org.jspecify.annotations.NullMarked
package lantern.children.register;
