/** The provider's monthly list of referrals and its figures for a quarter. */
@org.jspecify.annotations.NullMarked
package lantern.missing.figures;
