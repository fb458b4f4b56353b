/** What stays on an invented child's record only while somebody looks at it again: flags and photographs, with their clocks. */
@org.jspecify.annotations.NullMarked
package lantern.demo.marker;
