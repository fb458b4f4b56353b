/** The session cookie of a request, forgery protection and headers, and what is kept when a session goes idle. */
@org.jspecify.annotations.NullMarked
package lantern.access.session;
