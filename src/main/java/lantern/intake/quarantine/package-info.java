/** What could not be read as a notification: kept byte for byte, counted on the hub's page, completed by hand or set aside. */
@org.jspecify.annotations.NullMarked
package lantern.intake.quarantine;
