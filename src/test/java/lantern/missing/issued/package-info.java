/** Tests of what is recorded and listed of absences: issued. */
@org.jspecify.annotations.NullMarked
package lantern.missing.issued;
