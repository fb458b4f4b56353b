/** A small application that shows every component, a form and every error: only for tests. */
@org.jspecify.annotations.NullMarked
package lantern.platform.web.sample;
