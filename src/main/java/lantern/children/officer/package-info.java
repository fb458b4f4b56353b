/** The independent reviewing officer of a looked after child: who, from and until. */
@org.jspecify.annotations.NullMarked
package lantern.children.officer;
