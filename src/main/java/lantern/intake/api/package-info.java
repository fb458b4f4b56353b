/** The inbox for the hub's own systems: the same decisions as its pages. */
@org.jspecify.annotations.NullMarked
package lantern.intake.api;
