/** Sharing agreements: what each agency may see of the children's records, on which basis, from and until. */
@org.jspecify.annotations.NullMarked
package lantern.access.agreement;
