/** The lists of this room: a rule in words, a filter, a table, and the same rows as a file. */
@org.jspecify.annotations.NullMarked
package lantern.missing.lists;
