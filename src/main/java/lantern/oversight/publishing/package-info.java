/** Findings are acknowledged, and what a committee has received is published: frozen, without persons, never while a finding is open. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.publishing;
