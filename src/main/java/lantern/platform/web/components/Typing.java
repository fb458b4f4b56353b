package lantern.platform.web.components;

import org.jspecify.annotations.Nullable;

/** How a browser helps while someone types; null leaves the browser's own way. */
public record Typing(
        String type,
        @Nullable String inputmode,
        @Nullable String autocomplete,
        @Nullable String autocapitalize,
        @Nullable String pattern,
        @Nullable Boolean spellcheck) {
    public static final Typing TEXT = new Typing("text", null, null, null, null, null);

    public Typing type(String type) {
        return new Typing(type, inputmode, autocomplete, autocapitalize, pattern, spellcheck);
    }

    public Typing inputmode(@Nullable String inputmode) {
        return new Typing(type, inputmode, autocomplete, autocapitalize, pattern, spellcheck);
    }

    public Typing autocomplete(@Nullable String autocomplete) {
        return new Typing(type, inputmode, autocomplete, autocapitalize, pattern, spellcheck);
    }

    public Typing pattern(@Nullable String pattern) {
        return new Typing(type, inputmode, autocomplete, autocapitalize, pattern, spellcheck);
    }

    public Typing spellcheck(@Nullable Boolean spellcheck) {
        return new Typing(type, inputmode, autocomplete, autocapitalize, pattern, spellcheck);
    }

    public @Nullable String spellchecked() {
        return spellcheck == null ? null : spellcheck.toString();
    }
}
