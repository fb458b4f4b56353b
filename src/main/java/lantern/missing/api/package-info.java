/** Missing episodes and return interviews as resources for machine clients: the same verbs as the pages. */
@org.jspecify.annotations.NullMarked
package lantern.missing.api;
