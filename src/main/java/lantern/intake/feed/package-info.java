/** Whether messages still come: every way by which they come, how long it is usually silent, and who is told when it is silent for longer. */
@org.jspecify.annotations.NullMarked
package lantern.intake.feed;
