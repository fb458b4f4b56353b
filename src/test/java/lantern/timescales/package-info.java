/** Tests of the timescales. */
@org.jspecify.annotations.NullMarked
package lantern.timescales;
