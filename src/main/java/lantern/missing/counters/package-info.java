/** How often a child went missing, held against the thresholds in force, and whether it happens ever sooner. */
@org.jspecify.annotations.NullMarked
package lantern.missing.counters;
