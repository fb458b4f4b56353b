/** A message from an agency: read, kept as received, and answered; what cannot be read goes to quarantine. */
@org.jspecify.annotations.NullMarked
package lantern.intake.notification;
