/** The invented children of the register: who they are, where they live and who works with them. */
@org.jspecify.annotations.NullMarked
package lantern.demo.child;
