package lantern.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Templates compile into one package, where the module check cannot tell whose they are; so their walls are checked here. */
class TemplateWallsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern NAMED = Pattern.compile("(?:lantern|@template)\\.([a-z]+)\\.");
    private static final Set<String> EVERYONES = Set.of("platform", "calendar");

    @Test
    void a_template_names_only_its_own_module_and_the_platform() throws IOException {
        var strays = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".jte")).toList()) {
                var module = TEMPLATES.relativize(file).getName(0).toString();
                var named = NAMED.matcher(Files.readString(file));
                while (named.find()) {
                    if (!EVERYONES.contains(named.group(1)) && !named.group(1).equals(module)) {
                        strays.add(file + " names " + named.group());
                    }
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    @Test
    void markup_made_outside_a_template_is_only_a_components_attributes() throws IOException {
        var strays = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".jte")).toList()) {
                var unsafe = Pattern.compile("\\$unsafe\\{([^}]*)}").matcher(Files.readString(file));
                while (unsafe.find()) {
                    var attributes = unsafe.group(1)
                            .matches("[\\w.()]+\\.(style|wrapper|attributes|panelAttributes)\\(\\)\\.html\\(\\)");
                    if (!attributes || !file.startsWith(TEMPLATES.resolve("platform/web/components"))) {
                        strays.add(file + " writes " + unsafe.group());
                    }
                }
            }
        }
        assertThat(strays).isEmpty();
    }
}
