package lantern.platform.web;

import org.jspecify.annotations.Nullable;

/** An address within Lantern: what a form says it came from is never another site's. */
public final class LocalPath {
    private LocalPath() {}

    public static boolean is(@Nullable String path) {
        return path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= 500
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }
}
