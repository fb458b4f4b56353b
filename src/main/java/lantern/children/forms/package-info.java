/** Reading what was typed into the forms about a child. */
@org.jspecify.annotations.NullMarked
package lantern.children.forms;
