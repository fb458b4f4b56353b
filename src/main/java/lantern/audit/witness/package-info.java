/** Other agencies that keep the ledger's heads: they are sent them, or fetch them, and what they answer is kept. */
@org.jspecify.annotations.NullMarked
package lantern.audit.witness;
