package lantern.meetings.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.meetings.About;
import lantern.meetings.Invite;
import lantern.meetings.MeetingKind;
import lantern.meetings.Meetings;
import lantern.meetings.Plan;
import lantern.meetings.correction.Corrections;
import lantern.meetings.meeting.MeetingRows;
import lantern.meetings.minutes.Writing;
import lantern.missing.Story;
import lantern.oversight.Desk;
import lantern.platform.Refused;
import lantern.platform.documents.PdfUa;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CorrectedMinutesTest extends Story {
    private static final String LEADS = "exploitation-coordinator";

    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingRows rows;

    @Autowired
    private Writing writing;

    @Autowired
    private Issuing issuing;

    @Autowired
    private Corrections corrections;

    @Autowired
    private MinutesCopies copies;

    @Test
    void minutes_are_corrected_and_issued_again_with_what_changed_and_the_first_version_stays() {
        var child = aChild();
        var meeting = issued(List.of(child), "p1-concerns", "Seen with a man in a red car");
        var lead = new Desk(this::url, region.session("merrowdale", LEADS));
        assertThat(lead.page("/meetings/" + meeting)).contains("Minutes issued", "Correct the minutes");
        var path = "/meetings/" + meeting + "/correction";
        lead.post(path, path);
        assertThat(lead.errors(path)).contains("Say what is changed");
        assertThat(lead.done(path, path, "words", "The car was blue: the school rang to say so"))
                .endsWith("/minutes");
        assertThatThrownBy(() -> does(LEADS, () -> corrections.begin(meeting, all(meeting, "Again"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("being corrected already");
        write(meeting, "p1-concerns", "Seen with a man in a blue car");
        assertThat(lead.page("/meetings/" + meeting + "/issue")).contains("Read what each agency gets now");
        lead.post("/meetings/" + meeting + "/issue", "/meetings/" + meeting + "/issue");

        var health = new Desk(this::url, region.session("merrowdale", "designated-lead"));
        var both = ofHealth(meeting);
        assertThat(both).extracting(MinutesCopies.Copy::version).containsExactlyInAnyOrder(1, 2);
        var first =
                both.stream().filter(each -> each.version() == 1).findFirst().orElseThrow();
        var second =
                both.stream().filter(each -> each.version() == 2).findFirst().orElseThrow();
        assertThat(health.page("/meetings/copies/" + first.id()))
                .contains("red car", "corrected and issued again", "/meetings/copies/" + second.id());
        assertThat(health.page("/meetings/copies/" + second.id()))
                .contains("What was changed", "the school rang", "blue car", "2, corrected")
                .doesNotContain("red car");
        assertThat(health.page("/meetings/copies")).contains("version 2: The car was blue");
        assertThat(PdfUa.faults(health.file("/meetings/copies/" + second.id() + "/minutes.pdf")
                        .body()))
                .isEmpty();
        assertThat(health.page("/notices"))
                .contains("/meetings/copies/" + first.id(), "/meetings/copies/" + second.id());
        assertThat(titles(second.id()))
                .singleElement()
                .satisfies(each ->
                        assertThat(each).contains("corrected and issued again").doesNotContain("car", "Robin"));
        assertThat(lead.page("/meetings/" + meeting)).contains("version 2", "Minutes issued", "Correct the minutes");
        assertThatThrownBy(() -> as(LEADS, () -> issuing.issue(meeting))).hasMessageContaining("stay as they are");
    }

    @Test
    void of_a_group_only_the_children_whose_minutes_change_are_issued_again_and_whose_sight_has_ended_sees_again() {
        var changed = aChild();
        var same = aChild();
        var meeting = issued(List.of(changed, same), "p1-concerns", "Seen at the park");
        database.owner()
                .sql("update access.involvement set ends_at = now() - interval '1 minute' where subject_id = :meeting")
                .param("meeting", meeting)
                .update();
        assertThat(as("designated-lead", () -> children.find(changed))).isEmpty();
        does(LEADS, () -> {
            var first = rows.children(meeting).getFirst();
            corrections.begin(meeting, Map.of(first.id(), "It was the station"));
        });
        as(LEADS, () -> issuing.issue(meeting));
        assertThat(ofHealth(meeting))
                .extracting(each -> each.child().equals(changed) + " " + each.version())
                .containsExactlyInAnyOrder("true 1", "true 2");
        assertThat(as("designated-lead", () -> children.find(changed))).isPresent();
        assertThat(as("designated-lead", () -> children.find(same))).isEmpty();
    }

    @Test
    void only_what_was_issued_is_corrected_and_by_who_may_read_of_every_child() {
        var child = aChild();
        var other = aChild();
        var meeting = held(List.of(child, other));
        assertThatThrownBy(() -> does(LEADS, () -> corrections.begin(meeting, all(meeting, "Too early"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not issued yet");
        as(LEADS, () -> issuing.issue(meeting));
        allocated(child);
        assertThatThrownBy(() -> does("social-worker", () -> corrections.begin(meeting, all(meeting, "Mine"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("some of the children");
    }

    private Map<UUID, String> all(UUID meeting, String words) {
        var all = new HashMap<UUID, String>();
        for (var each : rows.children(meeting)) all.put(each.id(), words);
        return all;
    }

    private List<MinutesCopies.Copy> ofHealth(UUID meeting) {
        return as("designated-lead", () -> copies.sentTo(region.agency("merrowdale/health"))).stream()
                .filter(each -> each.meeting().equals(meeting))
                .toList();
    }

    private List<String> titles(UUID copy) {
        return database.owner()
                .sql("select title from timescales.notice where subject_kind = 'minutes' and subject_id = :id")
                .param("id", copy)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private UUID issued(List<UUID> about, String field, String words) {
        var meeting = held(about);
        write(meeting, field, words);
        as(LEADS, () -> issuing.issue(meeting));
        return meeting;
    }

    private UUID held(List<UUID> about) {
        return as(LEADS, () -> {
            var meeting = meetings.plan(new Plan(
                    MeetingKind.MASE,
                    about.stream().map(About::child).toList(),
                    List.of(),
                    clock.instant().minus(Duration.ofMinutes(50)),
                    60,
                    null,
                    null,
                    "A. Chair",
                    Arrays.asList(Invite.agency(
                            MeetingKind.Part.HEALTH, region.agency("merrowdale/health"), "Merrowdale health"))));
            var came = new HashMap<UUID, String>();
            for (var each : rows.invited(meeting)) came.put(each.id(), "attended");
            meetings.held(
                    meeting, new Meetings.Held(clock.instant().minus(Duration.ofMinutes(40)), null, null, came, null));
            return meeting;
        });
    }

    private void write(UUID meeting, String field, String words) {
        does(LEADS, () -> {
            var it = rows.lock(meeting);
            it.requireMinutesOpen();
            var boxes = writing.boxes(it, rows.children(meeting));
            writing.save(it, boxes, writing.now(it, boxes), Map.of(field, List.of(words)));
        });
    }
}
