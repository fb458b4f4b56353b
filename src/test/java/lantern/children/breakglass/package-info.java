/** Tests of lantern.children.breakglass. */
@org.jspecify.annotations.NullMarked
package lantern.children.breakglass;
