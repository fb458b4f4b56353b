/** In whose care the child is: legal statuses and placements as dated facts, in the codes of the national return. */
@org.jspecify.annotations.NullMarked
package lantern.children.care;
