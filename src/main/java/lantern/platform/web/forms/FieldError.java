package lantern.platform.web.forms;

import org.jspecify.annotations.Nullable;

/** What is wrong, as a sentence, and the field it is about (also the id of its first box) when there is one. */
public record FieldError(@Nullable String field, String message) {}
