/** Papers: one typed document, its numbers computed once, and writers for the web, PDF, Word and spreadsheets. */
@org.jspecify.annotations.NullMarked
package lantern.platform.documents;
