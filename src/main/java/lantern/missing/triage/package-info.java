/** How the provider rates a referral, with what Lantern can know proposed. */
@org.jspecify.annotations.NullMarked
package lantern.missing.triage;
