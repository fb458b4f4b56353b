/** A child's page: who they are, how things stand now, and one chronology of everything every room knows. */
@org.jspecify.annotations.NullMarked
package lantern.children.record;
