/** Random worlds: what the database returns to everybody in them, compared with an oracle that knows nothing of its policies. */
@org.jspecify.annotations.NullMarked
package lantern.access.worlds;
