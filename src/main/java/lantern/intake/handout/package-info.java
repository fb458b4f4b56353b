/** Links and codes that a manager hands out, so that carers, schools, homes and the public can report without an account. */
@org.jspecify.annotations.NullMarked
package lantern.intake.handout;
