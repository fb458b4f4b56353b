/** Single screens at the size their pages name: one client's requests, from the first byte asked to the last byte read. */
@org.jspecify.annotations.NullMarked
package lantern.demo.bench.screens;
