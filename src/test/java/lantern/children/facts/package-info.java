/** Facts of a record that are written by hand. */
@org.jspecify.annotations.NullMarked
package lantern.children.facts;
