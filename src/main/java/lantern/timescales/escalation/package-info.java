/** What is sent about timescales: reminders and escalations, each step once, and the notices people read. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.escalation;
