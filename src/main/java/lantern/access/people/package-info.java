/** People who sign in, as their manager looks after them: invited, moved, let out and in, and what each of them may do. */
@org.jspecify.annotations.NullMarked
package lantern.access.people;
