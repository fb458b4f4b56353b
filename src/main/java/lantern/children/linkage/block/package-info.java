/** Which pairs are compared at all: those that share something rare enough. */
@org.jspecify.annotations.NullMarked
package lantern.children.linkage.block;
