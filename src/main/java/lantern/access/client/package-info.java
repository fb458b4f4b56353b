/** Connected systems of agencies: what each may do, its tokens from issue to expiry, and how many calls it may make. */
@org.jspecify.annotations.NullMarked
package lantern.access.client;
