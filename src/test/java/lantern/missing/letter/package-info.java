@org.jspecify.annotations.NullMarked
package lantern.missing.letter;
