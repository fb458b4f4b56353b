/** The most worrying children for the monthly group: proposed by a rule that is shown, decided by people. */
@org.jspecify.annotations.NullMarked
package lantern.missing.worrying;
