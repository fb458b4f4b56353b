/** The papers that are generated: from the records, never typed twice. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.papers;
