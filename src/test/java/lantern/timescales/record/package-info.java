/** Tests of one timescale as a page. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.record;
