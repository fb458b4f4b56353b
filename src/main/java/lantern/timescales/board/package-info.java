/** The board: mine, my team's or all the open timescales, late first. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.board;
