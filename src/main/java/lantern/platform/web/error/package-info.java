/** What a reader is told when something cannot be done: what happened, what to do, never how the inside looks. */
@org.jspecify.annotations.NullMarked
package lantern.platform.web.error;
