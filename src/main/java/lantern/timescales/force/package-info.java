/** Which version of which standard is in force for an authority on a day: shipped, or the authority's own number. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.force;
