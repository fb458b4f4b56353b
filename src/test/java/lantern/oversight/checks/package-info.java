/** Tests of checks. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.checks;
