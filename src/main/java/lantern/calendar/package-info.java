/** Working days, school days and Europe/London: what a date means, without a word of the field. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package lantern.calendar;
