/** The queue of the provider of return interviews: what is late first. */
@org.jspecify.annotations.NullMarked
package lantern.missing.queue;
