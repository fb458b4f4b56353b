@org.jspecify.annotations.NullMarked
package lantern.demo;
