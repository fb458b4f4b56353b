/** Break-glass: a record opened in an emergency by somebody who cannot see it, and its review. */
@org.jspecify.annotations.NullMarked
package lantern.children.breakglass;
