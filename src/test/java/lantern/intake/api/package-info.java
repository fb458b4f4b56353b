/** Tests of the inbox as the hub's own systems use it. */
@org.jspecify.annotations.NullMarked
package lantern.intake.api;
