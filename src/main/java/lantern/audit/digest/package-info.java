/** Counts the ledger by person and hour, and by child and day, so that searches and patterns stay quick. */
@org.jspecify.annotations.NullMarked
package lantern.audit.digest;
