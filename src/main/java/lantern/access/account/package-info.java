/** A person's own account: where they are signed in, recovery codes, and what happened to it. */
@org.jspecify.annotations.NullMarked
package lantern.access.account;
