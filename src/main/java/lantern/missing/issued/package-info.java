/** The twice-weekly list of missing children, kept as it was issued. */
@org.jspecify.annotations.NullMarked
package lantern.missing.issued;
