/** Find a child by whatever is known: a name, a date of birth, a reference, an identifier, a telephone number. */
@org.jspecify.annotations.NullMarked
package lantern.children.search;
