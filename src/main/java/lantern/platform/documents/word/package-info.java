/** Word files with styles, repeating header rows, captions, alternative texts and a language. */
@org.jspecify.annotations.NullMarked
package lantern.platform.documents.word;
