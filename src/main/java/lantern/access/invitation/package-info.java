/** An invitation, and what a person sets with it: a password, an authenticator, recovery codes. */
@org.jspecify.annotations.NullMarked
package lantern.access.invitation;
