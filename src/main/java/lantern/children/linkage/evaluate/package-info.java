/** How good the linkage is on a file whose answers are known. */
@org.jspecify.annotations.NullMarked
package lantern.children.linkage.evaluate;
