/** Tests of return interviews. */
@org.jspecify.annotations.NullMarked
package lantern.missing.interview;
