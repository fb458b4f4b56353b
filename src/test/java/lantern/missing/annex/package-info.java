/** Tests of what is recorded and listed of absences: annex. */
@org.jspecify.annotations.NullMarked
package lantern.missing.annex;
