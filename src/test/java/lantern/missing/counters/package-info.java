/** Tests of what is recorded and listed of absences: counters. */
@org.jspecify.annotations.NullMarked
package lantern.missing.counters;
