/** Photographs of a child: who took it and when, on what ground it is kept, when it is looked at again; those before stay in the history. */
@org.jspecify.annotations.NullMarked
package lantern.children.photograph;
