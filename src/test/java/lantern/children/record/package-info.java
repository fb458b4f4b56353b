@org.jspecify.annotations.NullMarked
package lantern.children.record;
