/** The files that evidence rests on, kept as they came and given back to who may read the evidence. */
@org.jspecify.annotations.NullMarked
package lantern.oversight.attached;
