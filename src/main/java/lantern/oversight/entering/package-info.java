/** Entering what was recommended, answered for, evidenced, graded and concluded: one verb for each fact. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.entering;
