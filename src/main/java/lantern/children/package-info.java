/** The register of children: who they are, where they live and who is responsible for them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "calendar", "access", "audit", "timescales"})
@org.jspecify.annotations.NullMarked
package lantern.children;
