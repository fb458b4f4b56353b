/** The lists that officers keep for committees, meetings, action plans and outcome measures: one description of each, one set of pages for all. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.programme;
