/** Statutory returns written to a file by {@code ./lantern export}, each held against the published rules first. */
@org.jspecify.annotations.NullMarked
package lantern.missing.export;
