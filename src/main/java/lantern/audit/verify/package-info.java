/** Recomputes the whole ledger and names the first entry that is not what was sealed. */
@org.jspecify.annotations.NullMarked
package lantern.audit.verify;
