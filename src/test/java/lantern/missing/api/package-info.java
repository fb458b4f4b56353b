/** Tests of episodes over the API. */
@org.jspecify.annotations.NullMarked
package lantern.missing.api;
