/** Who looked at a child's record, for the child's own worker and for those who answer for the ledger. */
@org.jspecify.annotations.NullMarked
package lantern.children.looks;
