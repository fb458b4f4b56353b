package lantern.children.linkage.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which given names are forms of one name: short forms and other spellings. The list is data, one name a line. */
public final class GivenNames {
    private static final Map<String, Set<String>> FORMS = read();

    private GivenNames() {}

    /** The other usual forms of this name, as keys. */
    public static Set<String> formsOf(String key) {
        return FORMS.getOrDefault(key, Set.of());
    }

    public static boolean areFormsOfOne(String key, String other) {
        return formsOf(key).contains(other);
    }

    private static Map<String, Set<String>> read() {
        var forms = new HashMap<String, Set<String>>();
        try (var file = GivenNames.class.getResourceAsStream("/definitions/given-names.txt")) {
            if (file == null) throw new IllegalStateException("definitions/given-names.txt is missing");
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                var names = new LinkedHashSet<>(Words.keys(line));
                for (var name : names)
                    forms.computeIfAbsent(name, key -> new HashSet<>()).addAll(names);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(forms);
    }
}
