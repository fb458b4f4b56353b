package lantern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceTests {
    private static final Path MAIN = Path.of("src/main/java/lantern");
    private static final List<String> SCHEMAS = List.of(
            "access", "audit", "timescales", "children", "intake", "missing", "meetings", "exploitation", "oversight");
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);

    @Test
    void no_file_is_too_long_to_read() throws IOException {
        var long_ = new ArrayList<String>();
        for (var file : files(Path.of("src"), ".java")) {
            var lines = Files.readAllLines(file).size();
            if (lines > 300) long_.add(file + " has " + lines + " lines");
        }
        assertThat(long_).isEmpty();
    }

    /** Tables of its own, and of others only what they publish: v_ views and functions (called, so followed by a bracket). */
    @Test
    void sql_keeps_to_its_own_schema_and_published_views() throws IOException {
        var strays = new ArrayList<String>();
        for (var file : files(MAIN, ".java")) {
            var module = MAIN.relativize(file).getName(0).toString();
            if (module.equals("demo")) continue; // writes a region's history into every schema at once, as the owner
            var blocks = TEXT_BLOCK.matcher(Files.readString(file));
            while (blocks.find()) {
                for (var schema : SCHEMAS) {
                    if (schema.equals(module)) continue;
                    var use = Pattern.compile(
                                    "(?:from|join|into|update|using)\\s+" + schema + "\\.(?!v_)(\\w+)(?!\\w|\\s*\\()")
                            .matcher(blocks.group(1));
                    while (use.find()) strays.add(file + " uses " + schema + "." + use.group(1));
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() throws IOException {
        try (var folders = Files.walk(MAIN)) {
            var silent = folders.filter(Files::isDirectory)
                    .filter(SourceTests::holdsJava)
                    .filter(folder -> !folder.equals(MAIN))
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java"))
                            || !read(folder.resolve("package-info.java")).contains("NullMarked"))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    @Test
    void no_page_carries_style_or_script_of_its_own() throws IOException {
        var offending = new ArrayList<Path>();
        for (var file : files(Path.of("src/main/jte"), ".jte")) {
            var text = Files.readString(file);
            if (Pattern.compile("\\sstyle=\"|\\son[a-z]+=\"|<style|<script(?![^>]*\\ssrc=)|https?://(?!www\\.w3\\.org)")
                    .matcher(text)
                    .find()) offending.add(file);
        }
        assertThat(offending).isEmpty();
    }

    private static boolean holdsJava(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
