/** Invitations to meetings. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.invitation;
