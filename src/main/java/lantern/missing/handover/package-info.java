/** The children who are missing now, on the handover sheet. */
@org.jspecify.annotations.NullMarked
package lantern.missing.handover;
