/** The tables of a document as spreadsheets, with numbers as numbers. */
@org.jspecify.annotations.NullMarked
package lantern.platform.documents.sheet;
