/** Attempts, offers, letters and appointments of a return interview, and why it was not held. */
@org.jspecify.annotations.NullMarked
package lantern.missing.contact;
