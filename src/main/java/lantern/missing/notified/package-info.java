/** What a notification does to a child's missing episodes, and how a wrong link is taken back. */
@org.jspecify.annotations.NullMarked
package lantern.missing.notified;
