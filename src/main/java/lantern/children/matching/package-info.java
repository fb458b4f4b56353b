/** Is this child already known? Candidates from bounded index lookups, scored in the open, field by field. */
@org.jspecify.annotations.NullMarked
package lantern.children.matching;
