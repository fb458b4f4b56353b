/** Tests of reading papers. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.paper;
