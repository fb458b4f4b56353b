/** Missing episodes, from the first report to the return interview. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "calendar", "access", "audit", "timescales", "children", "intake", "meetings"
        })
@org.jspecify.annotations.NullMarked
package lantern.missing;
