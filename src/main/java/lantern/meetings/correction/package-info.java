/** Minutes that were issued are put right: what changes is said first, then they are written and issued again as the next version. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.correction;
