package lantern.platform.web.components;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every fixture that govuk-frontend 6.6.0 publishes for a component we ported gives the same HTML here. */
class GovukFixturesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void every_ported_component_gives_the_html_of_every_official_fixture() throws IOException {
        var softly = new SoftAssertions();
        var counts = new TreeMap<String, Integer>();
        for (var entry : FixtureParts.PORTED.entrySet()) {
            var component = entry.getKey();
            for (var fixture : fixtures(component)) {
                var rendered = render(entry.getValue().apply(fixture.in("options")));
                softly.assertThat(SameHtml.of(rendered))
                        .as("%s: %s", component, fixture.raw("name"))
                        .isEqualTo(SameHtml.of(fixture.text("html", "")));
                counts.merge(component, 1, Integer::sum);
            }
        }
        softly.assertAll();
        counts.forEach((component, count) -> System.out.println(component + ": " + count + " fixtures"));
        System.out.println(counts.size() + " components, "
                + counts.values().stream().mapToInt(Integer::intValue).sum() + " fixtures");
    }

    @Test
    void words_are_escaped_wherever_they_are_written() {
        var nasty = "<script>alert(\"x\")</script>";
        var page = render(Input.of("name", nasty).hint(nasty).error(nasty).value(nasty))
                + render(Table.of(nasty).head(nasty).row(nasty))
                + render(Button.of(nasty).attribute("data-x", nasty));
        assertThat(page).doesNotContain("<script").contains("&lt;script>");
    }

    static String render(Component component) {
        var output = new StringOutput();
        component.writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }

    private static List<Options> fixtures(String component) throws IOException {
        try (var json = GovukFixturesTest.class.getResourceAsStream(
                "/govuk-frontend-6.6.0/components/" + component + "/fixtures.json")) {
            assertThat(json).as("fixtures of %s", component).isNotNull();
            return FixtureParts.given(new Options(JSON.readValue(json, Map.class)).list("fixtures", o -> o));
        }
    }
}
