/** Tests of the missing episode. */
@org.jspecify.annotations.NullMarked
package lantern.missing.episode;
