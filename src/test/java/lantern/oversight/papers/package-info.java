/** Tests of generated papers. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.papers;
