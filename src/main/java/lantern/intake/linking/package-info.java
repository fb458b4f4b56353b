/** Which child a notification is about: matched, paired, chosen or added, and undone when it was wrong. */
@org.jspecify.annotations.NullMarked
package lantern.intake.linking;
