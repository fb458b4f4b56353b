/** Tests of pages about timescales. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.board;
