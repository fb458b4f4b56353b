/** "Missing now": who is missing at this moment, as a query and never as a flag. */
@org.jspecify.annotations.NullMarked
package lantern.missing.board;
