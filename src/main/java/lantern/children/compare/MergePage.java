package lantern.children.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.children.merge.MergedRecords;
import lantern.children.merge.MergedRecords.Added;
import lantern.children.merge.MergedRecords.Rows;
import lantern.platform.web.Page;
import lantern.platform.web.components.Checkboxes;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** What a merge did; and, when it is to be undone, what goes back and what is asked. */
public record MergePage(
        Form form,
        MergedRecords.Merge merge,
        String reference,
        List<Rows> rows,
        List<Added> added,
        Names.Called people,
        boolean mayUndo,
        boolean undoing,
        Instant now)
        implements Page.WithForm {
    @Override
    public String title() {
        return undoing ? "Undo the merge" : "Merged record " + merge.mergedReference();
    }

    @Override
    public String back() {
        return "/children/" + merge.child() + (undoing ? "/merges/" + merge.id() : "#chronology");
    }

    public UUID child() {
        return merge.child();
    }

    public String merged() {
        return when(merge.mergedAt(), merge.mergedBy());
    }

    public @Nullable String undone() {
        var at = merge.undoneAt();
        return at == null ? null : when(at, merge.undoneBy());
    }

    private String when(Instant at, @Nullable UUID by) {
        var name = people.name(by);
        return London.when(at, now) + (name == null ? "" : ", by " + name);
    }

    /** What hangs on other rows goes where they go, and is not counted for the reader. */
    private static final Set<String> HANGING = Set.of(
            "children.child",
            "children.carer named",
            "children.amendment",
            "children.import_row",
            "children.merge",
            "access.involvement",
            "access.named_person",
            "timescales.happening",
            "timescales.timescale_change",
            "timescales.notice",
            "missing.classification",
            "missing.episode_notification",
            "missing.interview_episode");

    /** How much moved, table by table in the words of the glossary. */
    public List<String> moved() {
        return rows.stream()
                .filter(each -> !each.aside() && !HANGING.contains(each.table()))
                .map(each -> words(each.table()) + ": " + each.many())
                .toList();
    }

    /** What the two records could not both have. */
    public List<String> aside() {
        var all = new ArrayList<String>();
        for (var each : rows) {
            if (!each.aside()) continue;
            if (each.what().isEmpty()) all.add(words(each.table()) + ": " + each.many());
            for (var what : each.what()) all.add(words(each.table()) + ": " + inWords(what));
        }
        return all;
    }

    private static String inWords(Map<String, Object> what) {
        for (var keys : List.of(
                List.of("given_names", "family_name"),
                List.of("kind", "value"),
                List.of("number"),
                List.of("code", "starts_on"),
                List.of("name", "starts_on"))) {
            if (what.keySet().containsAll(keys))
                return String.join(
                        " ",
                        keys.stream().map(key -> String.valueOf(what.get(key))).toList());
        }
        return "";
    }

    private static String words(String table) {
        var name = table.substring(table.indexOf('.') + 1).replace('_', ' ');
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public Checkboxes question() {
        var boxes = Checkboxes.of("given", "Added after the merge: what belongs to " + merge.mergedReference() + "?")
                .hint("What you do not tick stays with " + reference
                        + ". What hangs on it (steps, clocks, interviews) goes with it.")
                .small();
        for (var each : added) boxes = boxes.item(each.id().toString(), each.called() + ": " + each.words());
        return boxes.from(form);
    }
}
