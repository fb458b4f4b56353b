package lantern.timescales.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one part of a YAML file, each fault added to the list with where it stands. */
record Fields(String where, Map<?, ?> map, List<String> faults) {
    void only(String... known) {
        var names = Set.of(known);
        for (var key : map.keySet())
            if (!names.contains(String.valueOf(key))) faults.add(where + ": unknown field \"" + key + "\"");
    }

    @Nullable
    String optional(String field) {
        var value = map.get(field);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    String text(String field) {
        var value = optional(field);
        if (value == null) faults.add(where + ": " + field + " is missing");
        return value == null ? "" : value;
    }

    List<?> list(String field) {
        var value = map.get(field);
        if (value == null) return List.of();
        return value instanceof List<?> list ? list : List.of(value);
    }

    List<String> words(String field) {
        var words = new ArrayList<String>();
        for (var each : list(field)) words.add(String.valueOf(each));
        return words;
    }

    int number(String field, int otherwise) {
        var value = map.get(field);
        if (value == null) return otherwise;
        if (value instanceof Number number && number.intValue() >= 0 && number.doubleValue() == number.intValue())
            return number.intValue();
        faults.add(where + ": " + field + ": \"" + value + "\" is not a whole number");
        return otherwise;
    }
}
