/** One timescale: how it stands, what was changed about it, and the decisions a manager may take. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.record;
