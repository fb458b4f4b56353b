/** Records from a file of any make: its columns, its dates, its empty cells. */
@org.jspecify.annotations.NullMarked
package lantern.children.linkage.file;
