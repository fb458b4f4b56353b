/** Meetings of several agencies about children: invitations, minutes that each agency gets as far as it may, and actions that are followed up. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "calendar", "access", "audit", "timescales", "children"})
@org.jspecify.annotations.NullMarked
package lantern.meetings;
