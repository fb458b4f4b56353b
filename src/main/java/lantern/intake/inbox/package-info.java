/** What waits for the hub, and one notification with everything known and everything that can be decided about it. */
@org.jspecify.annotations.NullMarked
package lantern.intake.inbox;
