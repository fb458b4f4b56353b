/** Tests of the hub's pages over HTTP. */
@org.jspecify.annotations.NullUnmarked
package lantern.intake.inbox;
