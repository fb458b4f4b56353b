/** One child's story at a time, in a real browser. */
@org.jspecify.annotations.NullMarked
package lantern.journeys;
