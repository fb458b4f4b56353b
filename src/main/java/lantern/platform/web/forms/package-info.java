/** Forms that lose nothing: what was typed is kept when a post is refused, and shown again beside the reason. */
@org.jspecify.annotations.NullMarked
package lantern.platform.web.forms;
