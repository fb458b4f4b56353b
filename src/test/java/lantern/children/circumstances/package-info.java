@org.jspecify.annotations.NullMarked
package lantern.children.circumstances;
