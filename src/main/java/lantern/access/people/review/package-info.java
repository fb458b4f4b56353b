/** The review of an agency's people each quarter, and what Lantern does by itself: planned changes, unused accounts, tokens that expire. */
@org.jspecify.annotations.NullMarked
package lantern.access.people.review;
