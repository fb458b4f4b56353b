/** The commands that set up authorities, people and machine clients; they work as the owner, beside a running Lantern. */
@org.springframework.modulith.NamedInterface("command")
@org.jspecify.annotations.NullMarked
package lantern.access.command;
