/** Tests of reading and taking in a message. */
@org.jspecify.annotations.NullUnmarked
package lantern.intake.notification;
