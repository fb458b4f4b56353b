/** Tagged PDF from strict XHTML. */
@org.jspecify.annotations.NullMarked
package lantern.platform.documents.paged;
