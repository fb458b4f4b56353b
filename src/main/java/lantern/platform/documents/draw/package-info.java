/** Charts, drawn once and put on a page, into a PDF or into Word. */
@org.jspecify.annotations.NullMarked
package lantern.platform.documents.draw;
