/** Tests of merging two records of one child, and of undoing it. */
@org.jspecify.annotations.NullMarked
package lantern.children.merge;
