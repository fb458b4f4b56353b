package lantern.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Templates compile into one package, where the module check cannot tell whose they are; so their walls are checked here. */
class TemplateWallsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path MODULES = Path.of("src/main/java/lantern");
    private static final Pattern NAMED = Pattern.compile("(lantern|@template)\\.([a-z]+)\\.([A-Za-z])");

    @Test
    void a_template_names_only_its_own_module_and_what_the_modules_below_show() throws IOException {
        var strays = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".jte")).toList()) {
                var module = TEMPLATES.relativize(file).getName(0).toString();
                var below = Files.readString(MODULES.resolve(module).resolve("package-info.java"));
                var named = NAMED.matcher(Files.readString(file));
                while (named.find()) {
                    var other = named.group(2);
                    var open = other.equals(module) || other.equals("platform");
                    var shown = below.contains("\"" + other + "\"")
                            && named.group(1).equals("lantern")
                            && Character.isUpperCase(named.group(3).charAt(0));
                    if (!open && !shown) strays.add(file + " names " + named.group());
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
