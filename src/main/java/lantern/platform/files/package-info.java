/** Files that people upload: told by their content and not by their name, limited in size, cleaned, kept in the database, given back as attachments. */
@org.jspecify.annotations.NullMarked
package lantern.platform.files;
