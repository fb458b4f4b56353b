/** Rule checks: what contradicts itself or cannot be so, each finding with the facts it used. They warn and never block. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.checks;
