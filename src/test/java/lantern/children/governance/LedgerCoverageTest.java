package lantern.children.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lantern.children.record.PagesTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Every kind of act that the ledger is to hold (specification: access, "Audit ledger") is done once over the running server and found in it. */
class LedgerCoverageTest extends PagesTest {
    @Test
    void reads_searches_exports_prints_writes_decisions_refusals_sign_ins_sharing_and_policy_changes_are_in_the_ledger()
            throws Exception {
        var begun = Instant.now();
        var hub = region.session("merrowdale", "hub-worker");
        var manager = region.session("merrowdale", "hub-manager");
        var lead = region.session("merrowdale", "governance-lead");
        var child = add(hub, Map.of("familyName", "Coverage", "givenNames", "Ada", "sex", "female"));
        page(hub, child);
        assertThat(acts(begun, "hub-worker")).as("write and read").contains("child.registered", "look identity");
        page(hub, "/children?q=Ada+Coverage");
        page(hub, "/children?q=Zzyzx+Nobodyhasthisname");
        page(hub, "/missing");
        assertThat(acts(begun, "hub-worker")).as("search").contains("list children-search");
        assertThat(database.superuser()
                        .sql(
                                "select count(*) from audit.entry where act = 'list' and detail ->> 'list' = 'children-search' and children is null and at >= :at")
                        .param("at", begun.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single())
                .as("also one that found nobody")
                .isPositive();
        get(lead, "/ledger/entries.csv?child=" + child.substring("/children/".length()));
        page(lead, "/ledger?print=yes&child=" + child.substring("/children/".length()));
        page(lead, "/ledger");
        assertThat(acts(begun, "governance-lead"))
                .as("export, print and reading the ledger")
                .contains("export.ledger", "print.ledger", "ledger.read");
        assertThat(get(hub, "/ledger").statusCode()).isEqualTo(403);
        assertThat(acts(begun, "hub-worker")).as("refusal").contains("refused");
        submit(manager, child + "/restriction", 0, Map.of("reason", "A relative works in the hub"));
        assertThat(acts(begun, "hub-manager")).as("sharing and decision").contains("restriction.started");
        submit(manager, child + "/restriction/lifting", 0, Map.of("because", "They left"));
        assertThat(acts(begun, "hub-manager")).as("decision").contains("restriction.lifted");
        submit(lead, "/ledger/patterns/rules/refusals", 0, Map.of("refusals", "6", "because", "Five is common here"));
        submit(lead, "/ledger/patterns/rules/refusals", 0, Map.of("refusals", "5", "because", "Back again"));
        assertThat(acts(begun, "governance-lead")).as("policy change").contains("threshold.changed");
        signIn();
        assertThat(acts(begun, "team-manager")).as("sign-in").contains("sign-in.failed");
    }

    /** With the wrong password: signing in itself is tested with its second factor elsewhere. */
    private void signIn() throws Exception {
        var shown = get("", "/sign-in");
        var token = Jsoup.parse(shown.body()).select("input[name=_csrf]").attr("value");
        var request = HttpRequest.newBuilder(URI.create(url("/sign-in")))
                .header("Cookie", "lantern-session=" + csrf(shown))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "email=team-manager@merrowdale.example&password=wrong&code=000000&_csrf="
                                + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(422);
        }
    }

    private static List<String> acts(Instant since, String who) {
        return database.superuser()
                .sql(
                        "select act || coalesce(' ' || (detail ->> 'list'), ' ' || sections[1], '') from audit.entry where actor_id = :who and at >= :at")
                .param("who", region.person("merrowdale", who))
                .param("at", since.minusSeconds(1).atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
