/** The form for people without an account: one question a page, kept as it is answered, and sent as a notification. */
@org.jspecify.annotations.NullMarked
package lantern.intake.report;
