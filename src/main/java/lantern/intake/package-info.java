/** What the agencies tell the hub: every notification kept as received, matched to a child and triaged. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "calendar", "access", "audit", "timescales", "children"})
@org.jspecify.annotations.NullMarked
package lantern.intake;
