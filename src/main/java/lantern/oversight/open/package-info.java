/** What anybody reads without an account: publications as they were frozen, and nothing else. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.open;
