/** The pages on which an inquiry is set up and kept: its themes and recommendations, who answers for them, and what other papers call them. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.managing;
