/** Statutory returns written to a file by {@code ./lantern export}, each held against the published rules first. */
@org.springframework.modulith.NamedInterface("command")
@org.jspecify.annotations.NullMarked
package lantern.missing.export;
