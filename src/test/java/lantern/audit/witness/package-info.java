/** Tests of lantern.audit.witness. */
@org.jspecify.annotations.NullMarked
package lantern.audit.witness;
