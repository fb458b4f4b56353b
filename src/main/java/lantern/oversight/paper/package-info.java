/** A paper's text as rules read it: headings, lines and tables, from .docx, .txt, .md or what was pasted. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.paper;
