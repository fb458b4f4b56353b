/** The forms that change a person: invite, move, leave, disable, let in, reset; and the second person's decision on it. */
@org.jspecify.annotations.NullMarked
package lantern.access.people.change;
