/** What is due and from whom: reminders to the roles that answer, and evidence asked for by a link that opens one form. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.asking;
