/** Red, Amber, Green or no further action: what the hub decides about a notification, what it then does, and the answer to the referrer. */
@org.jspecify.annotations.NullMarked
package lantern.intake.triage;
