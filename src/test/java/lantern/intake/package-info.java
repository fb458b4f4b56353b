/** Tests of what the agencies tell the hub. */
@org.jspecify.annotations.NullUnmarked
package lantern.intake;
