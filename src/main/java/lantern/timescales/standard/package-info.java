/** What a standard of practice says, in pure Java: its limit, its unit, its steps and the points of its clock. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.standard;
