/** What was reported and what the hub made of it, then and this morning; and the clocks that facts bring. */
@org.jspecify.annotations.NullMarked
package lantern.demo.report;
