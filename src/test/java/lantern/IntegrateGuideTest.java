package lantern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lantern.intake.IntakeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curl lines of docs/guides/integrate.md, run as they stand there. Needs bash and curl. */
class IntegrateGuideTest extends IntakeTest {
    private static final Path GUIDE = Path.of("docs/guides/integrate.md");

    @Test
    void the_guides_lines_take_a_notification_through_to_a_closed_episode(@TempDir Path folder) throws Exception {
        var family = family();
        var child = child(family, "Kay", null, false);
        database.superuser()
                .sql("update children.child set standing = 'closed' where id = ?")
                .param(child)
                .update();
        var script = folder.resolve("guide.sh");
        Files.writeString(script, "set -euo pipefail\n" + lines());
        var said = folder.resolve("said").toFile();
        var run = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(said);
        var environment = run.environment();
        environment.put("LANTERN_URL", url(""));
        environment.put("FAMILY_NAME", family);
        environment.put("POLICE_TOKEN", region.token("merrowdale/police", "notifications:write"));
        environment.put(
                "HUB_TOKEN", region.token("merrowdale/children", "inbox:write", "episodes:write", "timescales:read"));
        environment.put("RETURNS_TOKEN", region.token("merrowdale/returns", "interviews:write"));
        var process = run.start();
        var ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        var output = Files.readString(said.toPath());
        assertThat(ended).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output).contains("\"state\":\"running\"", "met-on-time").endsWith("closed\n");
        assertThat(count("missing.episode where child_id = '" + child + "' and stage = 'closed'"))
                .isEqualTo(1);
    }

    private static String lines() throws Exception {
        var guide = Files.readString(GUIDE);
        var begin = guide.indexOf("```bash\n") + "```bash\n".length();
        return guide.substring(begin, guide.indexOf("```\n", begin));
    }
}
