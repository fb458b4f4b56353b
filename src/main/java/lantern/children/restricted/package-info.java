/** Restricted records: only the people named see the child, until it is lifted for a reason. */
@org.jspecify.annotations.NullMarked
package lantern.children.restricted;
