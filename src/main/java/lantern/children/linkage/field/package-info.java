/** What is compared: each kind of field with its levels, from the same to different. */
@org.jspecify.annotations.NullMarked
package lantern.children.linkage.field;
