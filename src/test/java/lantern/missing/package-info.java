/** Tests of missing episodes, against a real database. */
@org.jspecify.annotations.NullMarked
package lantern.missing;
