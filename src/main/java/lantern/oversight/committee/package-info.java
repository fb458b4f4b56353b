/** The pages of committees and their meetings, of action plans and outcome measures, with the papers that are made of them. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.committee;
