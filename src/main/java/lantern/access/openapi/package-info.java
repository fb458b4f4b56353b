/** The description of the API that integrators' tools read, put together from one file for each room. */
@org.jspecify.annotations.NullMarked
package lantern.access.openapi;
