/** What is known around a child: phones, accounts, relations, health, schools, what they look like, and what of it was amended. */
@org.jspecify.annotations.NullMarked
package lantern.children.circumstances;
