/** What the forms of this room share: the page a form is on, and whom it offers to choose. */
@org.jspecify.annotations.NullMarked
package lantern.meetings.form;
