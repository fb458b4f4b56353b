/** Who is asking, on whose behalf, and whether they may. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "calendar"})
@org.jspecify.annotations.NullMarked
package lantern.access;
