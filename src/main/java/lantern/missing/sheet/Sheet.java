package lantern.missing.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form as it was saved last, by whom and as which revision; revision 0 is the form before anybody saved it.
 *
 * @param fields what is in each box, by its name
 */
record Sheet(
        int revision,
        Map<String, List<String>> fields,
        @Nullable Instant savedAt,
        @Nullable UUID savedBy) {

    /**
     * What two people wrote, put together box by box: who changed a box alone has it as they wrote it.
     *
     * @param fields what stands where the two do not contradict, and what was typed last where they do
     * @param clashes boxes that both changed, each in their own way
     * @param foreign whether anything of the other's came in
     */
    record Merged(Map<String, List<String>> fields, List<String> clashes, boolean foreign) {}

    /** @param base what the writer began from, with this as what stands now */
    Merged with(Map<String, List<String>> base, Map<String, List<String>> typed) {
        var names = new LinkedHashSet<>(typed.keySet());
        names.addAll(fields.keySet());
        var merged = new LinkedHashMap<String, List<String>>();
        var clashes = new ArrayList<String>();
        var foreign = false;
        for (var name : names) {
            var mine = value(typed, name);
            var theirs = value(fields, name);
            var before = value(base, name);
            var stands = mine;
            if (mine.equals(before)) stands = theirs;
            else if (!theirs.equals(before) && !theirs.equals(mine)) clashes.add(name);
            foreign |= !stands.equals(mine);
            if (!stands.isEmpty()) merged.put(name, stands);
        }
        return new Merged(merged, clashes, foreign);
    }

    private static List<String> value(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(each -> each.replace("\r\n", "\n").strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
