/** The whole linkage of a file or two: pairs, patterns, learning, probabilities, and what the others of a person add. */
@org.jspecify.annotations.NullMarked
package lantern.children.linkage.run;
