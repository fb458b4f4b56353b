/** The editions of the standards: read from YAML, checked, and loaded into the database for every authority. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.edition;
