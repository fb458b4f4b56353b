package lantern.children.imports.ssda903;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lantern.children.imports.file.Line;
import lantern.children.imports.file.Lines;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.Outcome;
import lantern.children.imports.source.Steps;
import lantern.platform.Refused;
import org.springframework.stereotype.Component;

/** The return's files in the order in which they refer to each other; each is known by its columns, whatever its name. */
@Component
public class NationalReturn {
    private enum Part {
        HEADER(Set.of("child", "sex", "dob", "ethnic", "upn")),
        EPISODES(Set.of("child", "decom", "rne", "ls", "place", "place_provider", "dec", "rec")),
        MISSING(Set.of("child", "dob", "missing", "mis_start", "mis_end"));

        private final Set<String> columns;

        Part(Set<String> columns) {
            this.columns = columns;
        }
    }

    private final HeaderFile header;
    private final EpisodesFile episodes;
    private final MissingFile missing;

    NationalReturn(HeaderFile header, EpisodesFile episodes, MissingFile missing) {
        this.header = header;
        this.episodes = episodes;
        this.missing = missing;
    }

    public List<Outcome> take(Path path, Import importing, Steps steps) {
        var parts = parts(path);
        var care = new Care();
        var outcomes = new ArrayList<Outcome>();
        var rows = 0;
        var taken = 0;
        for (var part : parts.entrySet()) {
            var name = String.valueOf(part.getValue().getFileName());
            var lines = lines(part.getValue());
            var tally = new Tally(name, lines);
            switch (part.getKey()) {
                case HEADER -> header.take(lines, tally, care, importing);
                case EPISODES -> episodes.take(lines, tally, care, importing);
                case MISSING -> missing.take(lines, tally, care, importing);
            }
            var outcome = tally.outcome();
            outcomes.add(outcome);
            rows += outcome.rows();
            taken += outcome.taken();
            steps.at(rows, taken);
        }
        return outcomes;
    }

    private static Map<Part, Path> parts(Path path) {
        var parts = new EnumMap<Part, Path>(Part.class);
        for (var file : files(path)) {
            List<String> columns;
            try (var lines = Lines.open(file)) {
                columns = lines.header();
            } catch (Refused unreadable) {
                if (Files.isDirectory(path) && !looksLikeOne(file)) continue;
                throw unreadable;
            }
            for (var part : Part.values()) {
                if (!columns.containsAll(part.columns)) continue;
                var other = parts.put(part, file);
                if (other != null)
                    throw new Refused("Both " + other.getFileName() + " and " + file.getFileName()
                            + " have the columns of the " + part.name().toLowerCase(Locale.ROOT)
                            + " file. Leave one of them in the folder");
            }
        }
        if (parts.isEmpty())
            throw new Refused("There is no header, episodes or missing file of the return in " + path
                    + ". ./lantern import --template ssda903 shows their first rows");
        return parts;
    }

    private static boolean looksLikeOne(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.contains("header") || name.contains("episode") || name.contains("missing");
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) return List.of(path);
        try (var found = Files.list(path)) {
            return found.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A return has some thousands of rows; the rules look at all of a child's at once.
    private static List<Line> lines(Path file) {
        try (var lines = Lines.open(file)) {
            var all = new ArrayList<Line>();
            lines.forEachRemaining(all::add);
            return all;
        }
    }
}
