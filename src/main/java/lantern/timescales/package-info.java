/** The clocks: standards of practice as dated data, and one running timescale for each thing that must happen in time. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "calendar", "access", "audit"})
@org.jspecify.annotations.NullMarked
package lantern.timescales;
