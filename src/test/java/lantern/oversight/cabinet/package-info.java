/** Tests of this package. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.cabinet;
