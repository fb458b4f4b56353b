/** Signing in with a password and a one-time code, the session cookie, and what is kept when a session goes idle. */
@org.jspecify.annotations.NullMarked
package lantern.access.signin;
