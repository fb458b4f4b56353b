/** Tests of the pages of oversight. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.pages;
