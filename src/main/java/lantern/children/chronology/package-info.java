/** The one chronology of a child: what every room knows, put in order and filtered. */
@org.jspecify.annotations.NullMarked
package lantern.children.chronology;
