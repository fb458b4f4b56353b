/** Measured: three invented files, and files that are wrong. */
@org.jspecify.annotations.NullMarked
package lantern.children.linkage.evaluate;
