/** Places, people and things that a child named in a return interview, until somebody has checked them and after. */
@org.jspecify.annotations.NullMarked
package lantern.missing.mention;
