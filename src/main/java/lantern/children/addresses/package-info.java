/** Where a child lives or stays, as dated facts; the address of a placement is the placement's own. */
@org.jspecify.annotations.NullMarked
package lantern.children.addresses;
