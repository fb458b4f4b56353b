@org.jspecify.annotations.NullMarked
package lantern.intake.chronology;
