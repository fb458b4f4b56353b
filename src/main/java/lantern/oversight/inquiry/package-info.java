/** Inquiries and their recommendations with everything that was ever said of them, and what follows from it. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.inquiry;
