/** Tests of dates as papers write them. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.dates;
