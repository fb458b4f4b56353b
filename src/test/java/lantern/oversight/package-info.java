/** Tests of oversight. */
@org.jspecify.annotations.NullMarked
package lantern.oversight;
