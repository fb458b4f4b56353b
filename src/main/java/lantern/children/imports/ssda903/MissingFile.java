package lantern.children.imports.ssda903;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.children.MissingHistory;
import lantern.children.MissingHistory.Absence;
import lantern.children.imports.file.Line;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.SourceKeys;
import lantern.children.imports.source.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The absences of the return, held against its own rules, and handed to the room that keeps missing episodes. */
@Component
class MissingFile {
    static final String KIND = "ssda903-missing";
    /** How an absence ended is followed in Lantern from the day it is imported. */
    private static final Set<String> ENDING = Set.of("mis_end");

    private final MissingHistory missing;
    private final SourceKeys keys;
    private final HeaderFile header;

    MissingFile(MissingHistory missing, SourceKeys keys, HeaderFile header) {
        this.missing = missing;
        this.keys = keys;
        this.header = header;
    }

    private record Row(
            Line line,
            UUID child,
            String code,
            LocalDate from,
            @Nullable LocalDate until) {}

    void take(List<Line> lines, Tally tally, Care care, Import importing) {
        header.earlier(lines, care);
        var rows = new ArrayList<Row>();
        for (var line : lines) {
            line.mayChange(ENDING);
            var row = read(line, care, importing);
            if (row != null) rows.add(row);
        }
        apart(rows);
        var before = keys.before(KIND, rows.stream().map(MissingFile::reference).toList());
        var fresh = new ArrayList<Row>();
        for (var row : rows) {
            if (!row.line.sound()) continue;
            var earlier = before.get(reference(row));
            if (earlier == null) fresh.add(row);
            else if (earlier.digest().equals(row.line.digest())) tally.before();
            else
                row.line.wrong(
                        "missing", "this absence was imported before with other values. Correct its page instead");
        }
        var kept = missing.add(fresh.stream().map(row -> absence(row, care)).toList(), importing.at());
        var taken = new LinkedHashMap<Taken, String>();
        for (var i = 0; i < fresh.size(); i++) {
            var row = fresh.get(i);
            var refusal = kept.get(i).refusal();
            if (refusal == null) taken.put(new Taken(row.line, row.child), reference(row));
            else row.line.wrong("mis_start", refusal);
        }
        keys.remember(KIND, taken, importing);
        tally.taken(taken.size());
    }

    private static String reference(Row row) {
        return row.line.text("child") + "|" + row.from;
    }

    private static Absence absence(Row row, Care care) {
        var placement = care.periods(row.child).stream()
                .filter(period -> period.holds(row.from))
                .map(Care.Period::placement)
                .findFirst()
                .orElse(null);
        return new Absence(row.child, row.code, row.from, row.until, placement);
    }

    private static @Nullable Row read(Line line, Care care, Import importing) {
        var code = line.text("missing").toUpperCase(java.util.Locale.ROOT);
        if (code.isEmpty()) line.wrong("missing", "is empty. Write M or A (rule 565)");
        else if (!code.equals("M") && !code.equals("A"))
            line.wrong("missing", "\"" + code + "\" is not M or A (rule 1006)");
        if (line.text("mis_start").isEmpty()) line.wrong("mis_start", "is empty. Write the first day (rule 564)");
        var from = line.pastDay("mis_start", importing.today());
        var until = line.pastDay("mis_end", importing.today());
        var child = care.child(line.text("child"));
        if (child == null) {
            line.wrong("child", "no sound row of the header has this number. Correct the header first (rule INT04)");
            return null;
        }
        var born = line.day("dob");
        if (born != null && !born.equals(child.born()))
            line.wrong("dob", "is not the date of birth of the header. Correct one of the two (rule INT13)");
        if (from == null || !line.sound()) return null;
        if (!from.isAfter(child.born())) line.wrong("mis_start", "is not after the child was born (rule 586)");
        if (until != null && until.isBefore(from))
            line.wrong("mis_end", "is before mis_start. Correct one of the days (rule 567)");
        checkCare(line, child.id(), from, until, care);
        return line.sound() ? new Row(line, child.id(), code, from, until) : null;
    }

    private static void checkCare(Line line, UUID child, LocalDate from, @Nullable LocalDate until, Care care) {
        var periods = care.periods(child);
        if (periods.isEmpty()) {
            line.wrong("child", "the child has no sound episode of care in the episodes file (rule 1012)");
        } else if (periods.stream().noneMatch(period -> period.holds(from))) {
            line.wrong("mis_start", "the child was not looked after on this day by the episodes file (rule 581)");
        } else {
            var last = care.lastDayAfter(child, from);
            if (last != null && (until == null || until.isAfter(last)))
                line.wrong(
                        "mis_end",
                        "the child ceased to be looked after on " + last + ". Write a last day up to then (rule 577)");
        }
    }

    /** Two absences of one child cannot be at once (rule 574). */
    private static void apart(List<Row> rows) {
        Map<UUID, Row> former = new HashMap<>();
        for (var row : rows.stream().sorted(Comparator.comparing(Row::from)).toList()) {
            var earlier = former.get(row.child);
            if (earlier != null && (earlier.until == null || row.from.isBefore(earlier.until)))
                row.line.wrong(
                        "mis_start",
                        "begins before the absence of row " + earlier.line.row()
                                + " ended. Correct one of the days (rule 574)");
            else former.put(row.child, row);
        }
    }
}
