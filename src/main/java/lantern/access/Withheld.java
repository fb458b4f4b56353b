package lantern.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sections of one child's record that the reader does not see. What the database kept back is said to be kept back, so that nobody takes it for
 * unknown or for nothing.
 *
 * @param titles by the section's code, in the order of the record
 */
public record Withheld(Map<String, String> titles) {
    static final Withheld NOTHING = new Withheld(Map.of());

    public boolean has(String section) {
        return titles.containsKey(section);
    }

    public boolean isEmpty() {
        return titles.isEmpty();
    }

    public List<String> sections() {
        return List.copyOf(titles.keySet());
    }

    /** Of these sections those that the reader does see: what a look at the record is noted with. */
    public String[] seen(String... sections) {
        return List.of(sections).stream().filter(each -> !has(each)).toArray(String[]::new);
    }

    /** @param worker the child's allocated worker, whom a reader asks first */
    public static String ask(@Nullable String worker) {
        return "Withheld. Ask " + (worker == null ? "the hub." : worker + " or the hub.");
    }
}
