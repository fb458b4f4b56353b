/** What to do when the child is found: places of safety, who collects, what duty staff do. */
@org.jspecify.annotations.NullMarked
package lantern.missing.plan;
