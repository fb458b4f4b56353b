package lantern.children.penpicture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import lantern.calendar.London;
import lantern.children.record.PagesTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pen picture, the photograph and the sheet that is printed of them. */
class PenPictureTest extends PagesTest {
    private String hub = "";

    @BeforeEach
    void theHub() {
        hub = region.session("merrowdale", "hub-worker");
    }

    @Test
    void a_pen_picture_is_reviewed_and_a_looked_after_childs_is_due_again() throws Exception {
        var child = child("Pictured");
        submit(
                hub,
                child + "/legal-statuses",
                0,
                Map.of("code", "C2", "startsOn-day", "1", "startsOn-month", "2", "startsOn-year", "2024"));
        assertThat(page(hub, child).text()).contains("Write the pen picture");
        submit(hub, child + "/pen-picture", 0, Map.of("looks", "Looks 12", "marks", "Scar on the chin"));
        var page = page(hub, child);
        assertThat(page.text())
                .contains("Scar on the chin", "Last reviewed", "Review the pen picture")
                .doesNotContain("Write the pen picture 5");
        var form = page(hub, child + "/pen-picture");
        assertThat(form.select("#marks").text()).as("never asked again").isEqualTo("Scar on the chin");
        submit(hub, child + "/pen-picture", 0, Map.of("looks", "Looks 13", "marks", "Scar on the chin"));
        assertThat(page(hub, child + "/pen-picture").text()).contains("Reviewed before");
        assertThat(page(hub, child).select("#pen-picture ~ dl").text()).contains("Looks 13");
        assertThat(page(hub, child)
                        .select("tr:contains(Review the pen picture)")
                        .text())
                .as("the clock of the picture that is in use now")
                .contains(London.day(London.date(clock.instant()).plusMonths(6)));
    }

    @Test
    void the_sheet_leaves_out_addresses_unless_chosen_says_so_and_is_in_the_ledger_as_a_print() throws Exception {
        var child = child("Packed");
        submit(hub, child + "/addresses", 0, Map.of("kind", "home", "lines", "5 Printed Road"));
        submit(hub, child + "/safe-addresses", 0, Map.of("lines", "6 Secret Road"));
        submit(hub, child + "/medical-needs", 0, Map.of("need", "Asthma", "medicine", "Blue inhaler"));
        submit(hub, child + "/pen-picture", 0, Map.of("looks", "Looks 12", "clothing", "Red coat"));
        var sheet = page(hub, child + "/grab-pack");
        assertThat(sheet.select(".lantern-sheet").text())
                .contains("Ada Packed", "Red coat", "Asthma, needs Blue inhaler")
                .contains("Left out of this sheet: Home and other addresses", "Safe addresses")
                .doesNotContain("5 Printed Road", "6 Secret Road");
        var chosen = page(hub, child + "/grab-pack?with=home")
                .select(".lantern-sheet")
                .text();
        assertThat(chosen).contains("5 Printed Road").doesNotContain("6 Secret Road");
        assertThat(database.superuser()
                        .sql(
                                "select detail::text from audit.entry where child_id = :child and act = 'child.printed' order by 1")
                        .param("child", id(child))
                        .query((row, n) -> row.getString(1))
                        .list())
                .hasSize(2)
                .anyMatch(each -> each.contains("home"));
        assertThat(page(hub, child).select("a[href$=/grab-pack]")).hasSize(1);
    }

    @Test
    void a_photograph_is_shown_only_under_the_childs_policy_and_stays_in_the_history_when_taken_off() throws Exception {
        var child = child("Photographed");
        assertThat(upload(child, "not a picture".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page(hub, child + "/photographs")
                        .select(".govuk-error-summary")
                        .text())
                .contains("JPEG or PNG");
        upload(child, png());
        var source = page(hub, child).select(".lantern-identity img").attr("src");
        var picture = get(hub, source);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(get(region.session("larkwater", "hub-worker"), source).statusCode())
                .isEqualTo(404);
        assertThat(get(region.session("merrowdale", "social-worker"), source).statusCode())
                .isEqualTo(404);
        assertThat(page(hub, child + "/grab-pack").select(".lantern-sheet img")).hasSize(1);
        assertThat(page(hub, child + "/photographs").text())
                .contains(
                        "Next review " + London.day(London.date(clock.instant()).plusMonths(12)));
        var review =
                page(hub, child + "/photographs").select("a[href$=/review]").attr("href");
        submit(hub, review, 0, Map.of("decision", "keep"));
        assertThat(page(hub, child).select(".lantern-identity img")).hasSize(1);
        submit(hub, review, 0, Map.of("decision", "take-off", "because", "It shows her brother"));
        assertThat(page(hub, child).select(".lantern-identity img")).isEmpty();
        assertThat(page(hub, child + "/photographs").text()).contains("It shows her brother");
    }

    private String child(String family) throws Exception {
        return add(hub, Map.of("familyName", family, "givenNames", "Ada", "sex", "female", "searched", "yes"));
    }

    private static UUID id(String child) {
        return UUID.fromString(child.substring("/children/".length()));
    }

    private static byte[] png() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    /** As a browser sends a form with a file. */
    private HttpResponse<String> upload(String child, byte[] bytes) throws Exception {
        var shown = get(hub, child + "/photographs");
        var fields = new LinkedHashMap<String, String>();
        Jsoup.parse(shown.body())
                .select("main form input[type=hidden]")
                .forEach(each -> fields.put(each.attr("name"), each.val()));
        for (var each :
                List.of("takenOn-day=1", "takenOn-month=2", "takenOn-year=2024", "takenBy=The carer", "basis=duty"))
            fields.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        var body = new ByteArrayOutputStream();
        for (var each : fields.entrySet())
            body.write(("--B\r\nContent-Disposition: form-data; name=\"" + each.getKey() + "\"\r\n\r\n"
                            + each.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        body.write(
                "--B\r\nContent-Disposition: form-data; name=\"photograph\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        body.write(bytes);
        body.write("\r\n--B--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(url(child + "/photographs")))
                .header("Cookie", "lantern-session=" + hub + csrf(shown))
                .header("Content-Type", "multipart/form-data; boundary=B")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
