@org.jspecify.annotations.NullMarked
package lantern.timescales.standard;
