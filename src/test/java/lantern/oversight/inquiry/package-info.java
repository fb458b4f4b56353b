/** Tests of inquiries. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.inquiry;
