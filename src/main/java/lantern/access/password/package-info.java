/** Which passwords are good enough, how they are kept, and changing one's own. */
@org.jspecify.annotations.NullMarked
package lantern.access.password;
