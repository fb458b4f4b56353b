/** Whether messages still come. */
@org.jspecify.annotations.NullMarked
package lantern.intake.feed;
