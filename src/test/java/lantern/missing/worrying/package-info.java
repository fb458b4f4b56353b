/** Tests of what is recorded and listed of absences: worrying. */
@org.jspecify.annotations.NullMarked
package lantern.missing.worrying;
