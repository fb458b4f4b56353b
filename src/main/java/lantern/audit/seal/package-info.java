/** Fixes what was written, about every second, so that a later change shows. */
@org.jspecify.annotations.NullMarked
package lantern.audit.seal;
