@org.jspecify.annotations.NullMarked
package lantern.missing.record;
