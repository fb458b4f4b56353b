/** What the forms of this room share: a date and time as people type them, and the page a form is on. */
@org.jspecify.annotations.NullMarked
package lantern.missing.form;
