/** Tests of what a notification does to an episode. */
@org.jspecify.annotations.NullMarked
package lantern.missing.notified;
