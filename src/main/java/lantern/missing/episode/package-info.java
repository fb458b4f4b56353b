/** One missing episode: its stages, the moves each stage allows, and the page that says what to do next. */
@org.jspecify.annotations.NullMarked
package lantern.missing.episode;
