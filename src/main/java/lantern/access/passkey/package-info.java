/** Passkeys (WebAuthn): adding, naming, removing them, and signing in with one. */
@org.jspecify.annotations.NullMarked
package lantern.access.passkey;
