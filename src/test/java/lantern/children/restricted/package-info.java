/** Tests of lantern.children.restricted. */
@org.jspecify.annotations.NullMarked
package lantern.children.restricted;
