/** Tests of merging episodes. */
@org.jspecify.annotations.NullMarked
package lantern.missing.merge;
