/** The first page after signing in: this person's work, with how much waits. */
@org.jspecify.annotations.NullMarked
package lantern.access.home;
