/** Webhooks. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.webhook;
