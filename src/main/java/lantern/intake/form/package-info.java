/** One form that records a notification: after a phone call, by a social worker, or from a message that could not be read. */
@org.jspecify.annotations.NullMarked
package lantern.intake.form;
