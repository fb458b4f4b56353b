/** Reports to the executive: what is recommended, what it costs and risks, who was asked, and by when it would hold. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.cabinet;
