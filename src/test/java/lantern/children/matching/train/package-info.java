/** Learning from a register, and what ships. */
@org.jspecify.annotations.NullMarked
package lantern.children.matching.train;
