/** Hashes entries into Merkle trees (RFC 6962). */
@org.jspecify.annotations.NullMarked
package lantern.audit.tree;
