/** Partners' systems that are told what happens, by ids and codes alone: signed, tried again until they have it, and visible. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.webhook;
