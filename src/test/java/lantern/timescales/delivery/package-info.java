/** How notices reach people. */
@org.jspecify.annotations.NullMarked
package lantern.timescales.delivery;
