/** Signing in with an organisation's own account (OpenID Connect), for people who were invited. */
@org.jspecify.annotations.NullMarked
package lantern.access.openid;
