/** The linkage held to its rules, and to three invented files of different shape. */
@org.jspecify.annotations.NullMarked
package lantern.children.linkage;
