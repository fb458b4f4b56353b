/** A fictional region with two years of invented history, for people who want to see Lantern at work. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "calendar",
            "access",
            "audit",
            "timescales",
            "children",
            "intake",
            "meetings",
            "missing"
        })
@org.jspecify.annotations.NullMarked
package lantern.demo;
