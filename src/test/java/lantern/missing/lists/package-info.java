/** Tests of what is recorded and listed of absences: lists. */
@org.jspecify.annotations.NullMarked
package lantern.missing.lists;
