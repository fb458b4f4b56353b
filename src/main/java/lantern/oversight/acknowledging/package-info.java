/** What the checks raise, shown with its facts, and what somebody said of it. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.acknowledging;
