/** E-mail that Lantern sends, through the authority's own mail server. */
@org.jspecify.annotations.NullMarked
package lantern.platform.mail;
