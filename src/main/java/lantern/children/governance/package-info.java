/** The ledger for those who answer for it: who did what with a child, what a person looked at, a search, and the same as a file. */
@org.jspecify.annotations.NullMarked
package lantern.children.governance;
