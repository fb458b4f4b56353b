/** Unusual reading: the rules with their thresholds, what they found, and what somebody found who looked into it. */
@org.jspecify.annotations.NullMarked
package lantern.children.patterns;
