/** The numbers that other systems know a child by, and whether each could be right. */
@org.jspecify.annotations.NullMarked
package lantern.children.identifiers;
