/** Tests of lantern.children.kin. */
@org.jspecify.annotations.NullMarked
package lantern.children.kin;
