package lantern.platform.web.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What two people wrote in one form at once, put together box by box: who changed a box alone has it as they wrote it.
 *
 * @param fields what stands where the two do not contradict, and what was typed last where they do
 * @param clashes boxes that both changed, each in their own way
 * @param foreign whether anything of the other's came in
 */
public record Together(Map<String, List<String>> fields, List<String> clashes, boolean foreign) {

    /**
     * @param base what the writer began from
     * @param now what stands, as whoever saved last left it
     */
    public static Together of(
            Map<String, List<String>> base, Map<String, List<String>> now, Map<String, List<String>> typed) {
        var names = new LinkedHashSet<>(typed.keySet());
        names.addAll(now.keySet());
        var merged = new LinkedHashMap<String, List<String>>();
        var clashes = new ArrayList<String>();
        var foreign = false;
        for (var name : names) {
            var mine = value(typed, name);
            var theirs = value(now, name);
            var before = value(base, name);
            var stands = mine;
            if (mine.equals(before)) stands = theirs;
            else if (!theirs.equals(before) && !theirs.equals(mine)) clashes.add(name);
            foreign |= !stands.equals(mine);
            if (!stands.isEmpty()) merged.put(name, stands);
        }
        return new Together(merged, clashes, foreign);
    }

    private static List<String> value(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(each -> each.replace("\r\n", "\n").strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
