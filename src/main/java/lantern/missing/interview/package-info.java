/** Return interviews: the provider's queue, contacts, outcome, and what the child said. */
@org.jspecify.annotations.NullMarked
package lantern.missing.interview;
