package lantern.oversight.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a target as it was written: what must be there by then, the window the words leave, and what kind of date it is.
 * The words are kept; what they do not say is null and never guessed.
 */
public record Target(
        Stage stage,
        Kind kind,
        String raw,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    public enum Stage {
        ACTION_PLAN("action plan"),
        INITIAL_FEEDBACK("initial feedback"),
        INTERIM("interim report"),
        COMPLETION("completion"),
        CHANGES_SUSTAINED("changes sustained");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Done when this is done: a plan or first feedback is not the end of a recommendation. */
        public boolean last() {
            return this == COMPLETION || this == CHANGES_SUSTAINED;
        }
    }

    public enum Kind {
        EXACT,
        MONTH,
        WINDOW,
        STARTS,
        RECURRING,
        ALTERNATIVES,
        RELATIVE,
        CONDITIONAL,
        ON_GOING,
        IMMEDIATELY,
        TO_BE_CONFIRMED,
        BLANK,
        WORDS
    }

    private static final Pattern RECURRING =
            Pattern.compile("\\b(weekly|fortnightly|monthly|quarterly|termly|annual(ly)?|yearly|thereafter)\\b");
    private static final Pattern SPLIT = Pattern.compile(
            "\\s*(?:\\n|;|&| and (?=completion|changes|action|initial|final|april|may|june|july|august|september|october|november|december|january|february|march))\\s*",
            Pattern.CASE_INSENSITIVE);

    /** The stages of a cell such as "Initial feedback April 2015 and completion Dec 2015"; an empty cell is one blank stage. */
    public static List<Target> read(String cell) {
        var text = cell.replace('\u00a0', ' ').strip().replaceFirst("(?i)^timescale:\\s*", "");
        if (text.isEmpty()) return List.of(new Target(Stage.COMPLETION, Kind.BLANK, "", null, null));
        if (text.toLowerCase(Locale.ROOT).startsWith("either ")) return List.of(one(text));
        var parts = new ArrayList<String>();
        for (var part : SPLIT.split(text)) {
            // "monthly thereafter" goes with the date before it
            if (!parts.isEmpty() && Written.in(part).isEmpty())
                parts.set(parts.size() - 1, parts.getLast() + " and " + part);
            else parts.add(part);
        }
        var dated = parts.stream().filter(part -> !Written.in(part).isEmpty()).count();
        if (parts.size() < 2 || dated < parts.size()) return List.of(one(text));
        var stages = new ArrayList<Target>();
        for (var part : parts) stages.add(one(part));
        // Two dates without a word for the first: it is a report on the way, as in "April 2015 & September 2015".
        for (int i = 0; i < stages.size() - 1; i++) {
            var it = stages.get(i);
            if (it.stage == Stage.COMPLETION && !it.raw.toLowerCase(Locale.ROOT).contains("completion"))
                stages.set(i, new Target(Stage.INTERIM, it.kind, it.raw, it.from, it.until));
        }
        return List.copyOf(stages);
    }

    private static Target one(String raw) {
        var words = raw.toLowerCase(Locale.ROOT);
        var dates = Written.in(raw);
        var from = dates.isEmpty() ? null : dates.getFirst().from();
        var until = dates.isEmpty() ? null : dates.getLast().until();
        var stage = words.contains("feedback")
                ? Stage.INITIAL_FEEDBACK
                : words.contains("sustained")
                        ? Stage.CHANGES_SUSTAINED
                        : words.contains("action plan") && !words.contains("in place")
                                ? Stage.ACTION_PLAN
                                : Stage.COMPLETION;
        if (words.matches("(?s)on-?\\s?going\\b.*") && dates.isEmpty())
            return new Target(stage, Kind.ON_GOING, raw, null, null);
        if (words.startsWith("immediate")) return new Target(stage, Kind.IMMEDIATELY, raw, null, null);
        if (words.matches("(to be confirmed|tbc|not programmed|to be agreed|tba).*"))
            return new Target(stage, Kind.TO_BE_CONFIRMED, raw, null, null);
        if (RECURRING.matcher(words).find()) return new Target(stage, Kind.RECURRING, raw, from, null);
        if (words.contains(" if not ") || words.contains("subject to"))
            return new Target(stage, Kind.CONDITIONAL, raw, from, until);
        if (words.startsWith("either ") || (dates.size() == 2 && words.contains(" or ")))
            return new Target(stage, Kind.ALTERNATIVES, raw, from, until);
        if (words.matches(".*\\b(after|in advance of|at the beginning of|before each)\\b.*"))
            return new Target(stage, Kind.RELATIVE, raw, from, until);
        if (dates.isEmpty()) return new Target(stage, Kind.WORDS, raw, null, null);
        if (words.matches("(?s).*\\bfrom\\b.*") && dates.size() == 1)
            return new Target(stage, Kind.STARTS, raw, from, null);
        // A cell that tells a story instead of a date: its date is not a target that was set.
        if (raw.length() > 80) return new Target(stage, Kind.WORDS, raw, from, until);
        var kind =
                switch (dates.getLast().precision()) {
                    case DAY -> Kind.EXACT;
                    case MONTH -> Kind.MONTH;
                    case SEASON, PART_OF_YEAR, YEAR, RANGE -> Kind.WINDOW;
                };
        return new Target(stage, kind, raw, from, until);
    }

    /** The last day by which the whole was to be done, or null when the stages do not say: then nobody can be late or on time. */
    public static @Nullable LocalDate last(List<Target> stages) {
        LocalDate last = null;
        for (var stage : stages) {
            if (!stage.stage.last() || stage.until == null || stage.kind == Kind.WORDS) continue;
            if (last == null || stage.until.isAfter(last)) last = stage.until;
        }
        return last;
    }
}
