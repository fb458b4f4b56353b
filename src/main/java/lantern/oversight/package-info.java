/** Inquiries, recommendations, action plans, outcome measures and committees: what was promised, what was done, and the papers that say so. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "calendar", "access", "audit", "timescales"})
@org.jspecify.annotations.NullMarked
package lantern.oversight;
