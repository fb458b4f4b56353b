/** Signing in with a password and a one-time code or a recovery code, and signing out. */
@org.jspecify.annotations.NullMarked
package lantern.access.signin;
