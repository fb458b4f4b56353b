/** Learning how names, dates and addresses are written in an authority's own register. */
@org.jspecify.annotations.NullMarked
package lantern.children.matching.train;
