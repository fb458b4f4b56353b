/** What follows when a name, a relation, a legal status or a placement is written by hand. */
@org.jspecify.annotations.NullMarked
package lantern.children.facts.following;
