/** Tests of papers in every format. */
@org.jspecify.annotations.NullMarked
package lantern.platform.documents;
