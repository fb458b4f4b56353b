/** The ledger: every act and every look at a child, kept so that a change to it shows. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "calendar", "access"})
@org.jspecify.annotations.NullMarked
package lantern.audit;
