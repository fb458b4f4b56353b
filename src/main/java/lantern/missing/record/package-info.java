/** The page of one episode: how things stand, what to do next, and everything recorded so far. */
@org.jspecify.annotations.NullMarked
package lantern.missing.record;
