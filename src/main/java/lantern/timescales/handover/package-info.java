/** What one shift hands over to the next: what is late, what falls due, what is open. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.handover;
