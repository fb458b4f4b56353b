/** The pages of inquiries and their recommendations: reading everything, entering one fact at a time. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.pages;
