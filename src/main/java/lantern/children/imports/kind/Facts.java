package lantern.children.imports.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import lantern.children.imports.file.Line;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.Taken;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/** Rows of facts about children: read, and those that are sound written together. */
final class Facts {
    private static final UUID NOBODY = new UUID(0, 0);

    private Facts() {}

    /** A row as a fact of this child; null when it could not be read. */
    interface Reading<F> extends BiFunction<Line, UUID, @Nullable F> {}

    static <F> List<Taken> take(
            List<Line> lines, Map<Line, UUID> children, Reading<F> reading, BiConsumer<List<F>, List<UUID>> write) {
        var facts = new ArrayList<F>();
        var taken = new ArrayList<Taken>();
        for (var line : lines) {
            // a row about nobody is read as well, so that everything that is wrong with it is said at once
            var child = children.getOrDefault(line, NOBODY);
            var fact = read(line, child, reading);
            if (fact == null || !line.sound() || child.equals(NOBODY)) continue;
            facts.add(fact);
            taken.add(new Taken(line, child));
        }
        write.accept(facts, taken.stream().map(Taken::child).toList());
        return taken;
    }

    private static <F> @Nullable F read(Line line, UUID child, Reading<F> reading) {
        try {
            return reading.apply(line, child);
        } catch (Refused refused) {
            line.wrong(column(refused.field()), withoutStop(refused.sentence()));
            return null;
        }
    }

    // startsOn of a form is starts_on of a file.
    private static @Nullable String column(@Nullable String field) {
        return field == null ? null : field.replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** Notes what is wrong with a first and a last day. */
    static void period(Line line, Import importing) {
        var from = line.pastDay("starts_on", importing.today());
        var until = line.pastDay("ends_on", importing.today());
        if (from != null && until != null && until.isBefore(from))
            line.wrong("ends_on", "is before starts_on. Write a last day that is not before the first");
    }
}
