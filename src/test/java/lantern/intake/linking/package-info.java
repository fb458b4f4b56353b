/** Tests of linking, pairing, unlinking and triage. */
@org.jspecify.annotations.NullUnmarked
package lantern.intake.linking;
