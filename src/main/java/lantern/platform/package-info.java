/** What every room stands on and no practitioner has a word for: the database, pages, errors, jobs, identifiers. */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"calendar"})
@org.jspecify.annotations.NullMarked
package lantern.platform;
