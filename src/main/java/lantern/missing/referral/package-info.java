/** The referral of a child who is back to the provider of return interviews, and its withdrawal. */
@org.jspecify.annotations.NullMarked
package lantern.missing.referral;
