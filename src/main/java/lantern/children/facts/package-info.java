/** Facts of a child's record that are written by hand: added, corrected, ended and withdrawn, with what they were, by whom and why. */
@org.jspecify.annotations.NullMarked
package lantern.children.facts;
