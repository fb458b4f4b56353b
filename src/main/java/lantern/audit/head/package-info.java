/** The signed head of each seal, the key that signs it, and the file outside the database that keeps it. */
@org.jspecify.annotations.NullMarked
package lantern.audit.head;
