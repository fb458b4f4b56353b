/** Tests of the Missing now board. */
@org.jspecify.annotations.NullMarked
package lantern.missing.board;
