/** Annex A of an inspection: list 8's columns on missing episodes and return interviews of looked after children. */
@org.jspecify.annotations.NullMarked
package lantern.missing.annex;
