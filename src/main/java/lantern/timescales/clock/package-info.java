/** The clockwork: what facts make of one timescale, and how it stands at the moment of asking. Pure Java. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.clock;
