package lantern.children.imports.ssda903;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.children.care.CareCodes;
import lantern.children.care.CareHistory;
import lantern.children.care.CareHistory.Spells;
import lantern.children.imports.file.Line;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.SourceKeys;
import lantern.children.imports.source.Taken;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Episodes of care, which become what they are made of: legal statuses and placements, each from its first day to its last. */
@Component
class EpisodesFile {
    static final String KIND = "ssda903-episodes";
    /** S started, P placement, T placement with the same carer, B both, U both with the same carer, L legal status only. */
    private static final Map<String, String> REASONS = Map.of("S", "", "P", "", "T", "", "B", "", "U", "", "L", "");
    /** An episode that went on when it was first returned is the same episode when it has ended. */
    private static final Set<String> ENDING = Set.of("dec", "rec", "reason_place_change");

    private final CareHistory history;
    private final SourceKeys keys;
    private final HeaderFile header;

    EpisodesFile(CareHistory history, SourceKeys keys, HeaderFile header) {
        this.history = history;
        this.keys = keys;
        this.header = header;
    }

    /** One row that could be read. */
    private record Episode(
            Line line,
            UUID child,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            String status,
            String place,
            boolean before) {
        String reference() {
            return line.text("child") + "|" + from;
        }
    }

    void take(List<Line> lines, Tally tally, Care care, Import importing) {
        header.earlier(lines, care);
        var before =
                keys.before(KIND, lines.stream().map(EpisodesFile::reference).toList());
        var of = new LinkedHashMap<UUID, List<Episode>>();
        for (var line : lines) {
            line.mayChange(ENDING);
            var episode = read(line, care, before, importing);
            if (episode != null)
                of.computeIfAbsent(episode.child, any -> new ArrayList<>()).add(episode);
        }
        var statuses = history.statusesOf(of.keySet());
        var placements = history.placementsOf(of.keySet());
        var found = new Found();
        of.forEach((child, episodes) -> takeChild(child, episodes, care, statuses, placements, found));
        history.addStatuses(found.statuses, importing.by(), importing.at());
        history.addPlacements(found.placements, importing.by(), importing.at());
        var taken = new LinkedHashMap<Taken, String>();
        for (var episode : found.episodes) {
            if (!episode.line.sound()) continue;
            if (episode.before) tally.before();
            else taken.put(new Taken(episode.line, episode.child), episode.reference());
        }
        keys.remember(KIND, taken, importing);
        tally.taken(taken.size());
    }

    private static final class Found {
        private final List<Episode> episodes = new ArrayList<>();
        private final List<CareHistory.Status> statuses = new ArrayList<>();
        private final List<CareHistory.Placement> placements = new ArrayList<>();
    }

    private static String reference(Line line) {
        var from = line.day("decom");
        return line.text("child") + "|" + from;
    }

    private static @Nullable Episode read(
            Line line, Care care, Map<String, SourceKeys.Before> before, Import importing) {
        if (line.text("decom").isEmpty()) line.wrong("decom", "is empty. Write the day the episode began (rule 141)");
        var from = line.sound() ? line.pastDay("decom", importing.today()) : null;
        var until = line.pastDay("dec", importing.today());
        if (from != null && until != null && until.isBefore(from))
            line.wrong("dec", "the episode ends before it begins. Correct one of the days (rule 147)");
        if ((until == null) != line.text("rec").isEmpty())
            line.wrong("rec", "write both the day the episode ended and the reason, or neither (rule 148)");
        for (var column : List.of("rne", "ls", "place"))
            if (line.text(column).isEmpty()) line.wrong(column, "is empty. Write its code");
        line.code("rne", REASONS, "a reason for a new episode (rule 143)");
        line.code("ls", CareCodes.LEGAL_STATUSES, "a legal status (rule 144)");
        line.code("place", CareCodes.PLACEMENT_TYPES, "a placement (rule 146)");
        line.code("place_provider", CareCodes.PROVIDERS, "a provider of placements");
        var child = care.child(line.text("child"));
        if (child == null)
            line.wrong("child", "no sound row of the header has this number. Correct the header first (rule INT03)");
        if (child != null && from != null && from.isBefore(child.born()))
            line.wrong("decom", "is before the child was born. Correct the day, or the date of birth in the header");
        if (!line.sound() || child == null || from == null) return null;
        var earlier = before.get(reference(line));
        if (earlier != null && !earlier.digest().equals(line.digest())) {
            line.wrong("decom", "this episode was imported before with other values. Change the child's page instead");
            return null;
        }
        return new Episode(
                line,
                child.id(),
                from,
                until,
                line.text("rne").toUpperCase(java.util.Locale.ROOT),
                line.text("ls").toUpperCase(java.util.Locale.ROOT),
                line.text("place").toUpperCase(java.util.Locale.ROOT),
                earlier != null);
    }

    private void takeChild(
            UUID child, List<Episode> episodes, Care care, Spells statuses, Spells placements, Found found) {
        var sound = inOrder(episodes);
        sound.forEach(each -> care.add(child, new Care.Period(each.from, each.until, placementName(each.line))));
        found.episodes.addAll(sound);
        for (var run : runs(sound, (a, b) -> a.status.equals(b.status))) {
            var ended = run.getLast().until;
            if (!free(run, ended, statuses, history::endStatus)) continue;
            found.statuses.add(new CareHistory.Status(child, run.getFirst().status, run.getFirst().from, ended));
        }
        for (var run : runs(sound, (a, b) -> b.reason.equals("L") && a.place.equals(b.place))) {
            var ended = run.getLast().until;
            if (!free(run, ended, placements, history::endPlacement)) continue;
            var first = run.getFirst();
            found.placements.add(new CareHistory.Placement(
                    child,
                    first.place,
                    first.line.code("place_provider", CareCodes.PROVIDERS, "a provider"),
                    placementName(first.line),
                    null,
                    "",
                    first.line.orNull("pl_post"),
                    first.from,
                    ended));
        }
    }

    /** The rows of one child by their first day, without those that begin before the one before has ended. */
    private static List<Episode> inOrder(List<Episode> episodes) {
        var sound = new ArrayList<Episode>();
        var days = new HashSet<LocalDate>();
        Episode former = null;
        // an episode taken before keeps its place when a new row contradicts it
        for (var each : episodes.stream()
                .sorted(Comparator.comparing(Episode::from).thenComparing(each -> !each.before()))
                .toList()) {
            if (!days.add(each.from))
                each.line.wrong("decom", "another row of this child begins on the same day. Leave one of them");
            else if (former != null && former.until == null)
                each.line.wrong(
                        "decom",
                        "the episode of row " + former.line.row()
                                + " has not ended. Write the day it ended (rule 142)");
            else if (former != null && former.until != null && each.from.isBefore(former.until))
                each.line.wrong(
                        "decom",
                        "begins before the episode of row " + former.line.row()
                                + " ended. Correct one of the days (rule 501)");
            else {
                sound.add(each);
                former = each;
            }
        }
        return sound;
    }

    private interface Continues {
        boolean test(Episode former, Episode next);
    }

    private static List<List<Episode>> runs(List<Episode> episodes, Continues continues) {
        var runs = new ArrayList<List<Episode>>();
        for (var each : episodes) {
            var last = runs.isEmpty() ? null : runs.getLast().getLast();
            if (last != null && each.from.equals(last.until) && continues.test(last, each))
                runs.getLast().add(each);
            else runs.add(new ArrayList<>(List.of(each)));
        }
        return runs;
    }

    private interface Ending {
        boolean end(UUID child, LocalDate startsOn, LocalDate endsOn);
    }

    /** Whether the run is new and its days are free; one that is on the record is ended when it has ended since. */
    private static boolean free(List<Episode> run, @Nullable LocalDate ended, Spells spells, Ending ending) {
        var first = run.getFirst();
        if (run.stream().anyMatch(Episode::before)) {
            if (ended != null) ending.end(first.child, first.from, ended);
            return false;
        }
        try {
            spells.add(first.child, first.from, ended);
            return true;
        } catch (Refused refused) {
            run.forEach(each -> each.line.wrong("decom", refused.sentence()));
            return false;
        }
    }

    private static String placementName(Line line) {
        var urn = line.text("urn");
        return urn.isEmpty() ? "Name not in the return" : "Name not in the return, Ofsted number " + urn;
    }
}
