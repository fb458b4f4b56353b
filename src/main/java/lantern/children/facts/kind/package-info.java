/** What is asked about each kind of fact, how it is told, and what no such fact can be like. */
@org.jspecify.annotations.NullMarked
package lantern.children.facts.kind;
