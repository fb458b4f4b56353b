package lantern.children.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.intake.linking.Decisions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is linked, merged, unlinked and unmerged in whatever order: when all of it is taken back, the records are as if it had never been done. */
class MergeSequencesTest extends TwoRecords {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Decisions decisions;

    @Autowired
    Access access;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_is_taken_back_was_never_done(long seed) {
        enteredTwice();
        absent(standing, 40, 5);
        absent(merged, 20, 3);
        var before = facts();
        var random = new Random(seed);
        var linked = new HashMap<UUID, Boolean>();
        for (var i = 0; i < 3; i++) linked.put(report(), false);
        var story = new ArrayList<String>();
        @Nullable UUID merge = null;
        for (var step = 0; step < 7; step++) {
            var notification = List.copyOf(linked.keySet()).get(random.nextInt(3));
            if (random.nextInt(3) == 0) {
                if (merge == null) merge = merge(decided());
                else {
                    undo(merge);
                    merge = null;
                }
                story.add(merge == null ? "unmerge" : "merge");
            } else if (Boolean.TRUE.equals(linked.get(notification))) {
                unlink(notification);
                linked.put(notification, false);
                story.add("unlink");
            } else {
                var child = merge == null && random.nextBoolean() ? merged : standing;
                does("hub-worker", () -> decisions.link(notification, child, access.actor()));
                linked.put(notification, true);
                story.add("link to " + (child == merged ? "the merged" : "the standing"));
            }
        }
        if (merge != null && random.nextBoolean()) {
            undo(merge);
            merge = null;
        }
        linked.forEach((notification, is) -> {
            if (is) unlink(notification);
        });
        if (merge != null) undo(merge);
        assertThat(difference(before, facts())).as(story.toString()).isEmpty();
    }

    private void unlink(UUID notification) {
        does("hub-worker", () -> decisions.unlink(notification, "Somebody else", access.actor()));
    }

    private Map<String, String> decided() {
        return as("hub-manager", () -> merges.clashes(standing, merged)).stream()
                .collect(Collectors.toMap(clash -> clash.key(), clash -> "one"));
    }

    /** Everything that holds today: without undone links, voided episodes and ended involvements, which only say what was taken back. */
    private TreeSet<String> facts() {
        var sql = "select id::text from missing.episode where stage = 'void' and child_id in (:standing, :merged)";
        var voided = database.superuser()
                .sql(sql)
                .param("standing", standing)
                .param("merged", merged)
                .query((row, n) -> row.getString(1))
                .list();
        return everything().stream()
                .filter(row -> voided.stream().noneMatch(row::contains))
                .filter(row -> !row.matches("(intake.link|access.involvement) .*\"(undone_at|ends_at)\": \"2.*"))
                .filter(row -> !row.startsWith("intake.triage") && !row.startsWith("timescales.timescale_change"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A police report about nobody on the register. */
    private UUID report() {
        var body = """
                {"source": "sequence", "sourceReference": "%s", "kind": "missing", "reportedAt": "%s",
                 "child": {"familyName": "Qzx%s"}, "missing": {"lastSeenAt": "%s"}}
                """.formatted(
                        UUID.randomUUID(),
                        clock.instant().minus(Duration.ofMinutes(5)),
                        System.nanoTime(),
                        clock.instant().minus(Duration.ofHours(1)));
        var request = HttpRequest.newBuilder(URI.create(url("/api/v1/notifications")))
                .header("Authorization", "Bearer " + region.token("merrowdale/police", "notifications:write"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return UUID.fromString(
                    JsonMapper.shared().readTree(answer.body()).get("id").stringValue());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_restricted_record_makes_the_merged_one_restricted_and_takes_its_restriction_back_with_it() {
        enteredTwice();
        restrict(merged, "hub-manager", "head-of-service");
        var before = everything();
        var merge = merge(Map.of());
        assertThat(as("hub-worker", () -> children.find(standing))).isEmpty();
        assertThat(as("head-of-service", () -> children.find(standing))).isPresent();
        assertThat(as("hub-worker", () -> records.standingFor(merged)))
                .as("an old id leads nobody past a restriction")
                .isEmpty();
        assertThat(as("head-of-service", () -> records.standingFor(merged))).contains(standing);
        undo(merge);
        assertThat(as("hub-worker", () -> children.find(standing))).isPresent();
        assertThat(as("hub-worker", () -> children.find(merged))).isEmpty();
        assertThat(as("hub-worker", () -> records.find(merge)))
                .as("nor the history of the merge")
                .isEmpty();
        assertThat(difference(before, everything())).isEmpty();
    }

    @Test
    void of_two_restricted_records_only_who_is_named_in_both_sees_the_one_they_become() {
        enteredTwice();
        restrict(standing, "hub-manager", "hub-worker");
        restrict(merged, "hub-manager", "head-of-service");
        var before = everything();
        var merge = merge(Map.of());
        assertThat(as("hub-worker", () -> children.find(standing))).isEmpty();
        assertThat(as("head-of-service", () -> children.find(standing))).isEmpty();
        assertThat(as("hub-manager", () -> children.find(standing))).isPresent();
        undo(merge);
        assertThat(as("hub-worker", () -> children.find(standing))).isPresent();
        assertThat(difference(before, everything())).isEmpty();
    }

    private void restrict(UUID child, String by, String... named) {
        var people = java.util.Arrays.stream(named)
                .map(role -> region.person("merrowdale", role))
                .toList();
        does(by, () -> restrictions.restrict(child, "A relative works here", people, region.person("merrowdale", by)));
    }

    @Autowired
    lantern.children.restricted.Restrictions restrictions;
}
