/** Tests of the statutory returns. */
@org.jspecify.annotations.NullMarked
package lantern.missing.export;
