/** Names, days, addresses and codes taken apart for comparing, and the levels of each. */
@org.jspecify.annotations.NullMarked
package lantern.children.linkage.value;
