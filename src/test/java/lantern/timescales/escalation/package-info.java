/** Tests of what is sent about timescales. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.escalation;
