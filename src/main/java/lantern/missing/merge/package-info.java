/** Two agencies report one absence: two episodes become one, and can be two again. */
@org.jspecify.annotations.NullMarked
package lantern.missing.merge;
