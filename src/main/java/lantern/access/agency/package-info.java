/** Agencies, their teams, and what each role may do, as a manager reads and keeps them. */
@org.jspecify.annotations.NullMarked
package lantern.access.agency;
