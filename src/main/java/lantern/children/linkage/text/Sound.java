package lantern.children.linkage.text;

import org.apache.commons.codec.language.DoubleMetaphone;

/** How a name sounds, as a short key; names of other scripts are their own sound. */
public final class Sound {
    private static final ThreadLocal<DoubleMetaphone> METAPHONE = ThreadLocal.withInitial(DoubleMetaphone::new);

    private Sound() {}

    public static String of(String key) {
        var sound = METAPHONE.get().doubleMetaphone(key);
        return sound == null || sound.isEmpty() ? key : sound;
    }
}
