/** Issuing the minutes: what each agency gets and what is withheld from it, seen before; and the copies as they were issued. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.issue;
