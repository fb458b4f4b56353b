/** How notices reach people: by e-mail that names nobody, not in their quiet hours, and to a colleague while they are away. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.delivery;
