package lantern.meetings.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.access.Bearer;
import lantern.children.NewChild;
import lantern.meetings.About;
import lantern.meetings.Invite;
import lantern.meetings.MeetingKind;
import lantern.meetings.Meetings;
import lantern.meetings.Plan;
import lantern.meetings.meeting.MeetingRows;
import lantern.meetings.minutes.Writing;
import lantern.missing.Story;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.platform.web.forms.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class IssuingTest extends Story {
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
    private MinutesCopies copies;

    @Test
    void an_agency_s_copy_lacks_what_its_agreement_withholds_and_what_the_chair_keeps() {
        var child = aChild();
        var meeting = held(
                List.of(child),
                agency(MeetingKind.Part.HEALTH, "health", null),
                agency(MeetingKind.Part.POLICE, "police", null));
        write(
                meeting,
                Map.of(
                        "p1-concerns", "Older friends",
                        "p1-health", "Seen at the clinic",
                        "p1-education", "Excluded twice",
                        "p1-police", "A red car"));
        does(LEADS, () -> {
            var of = rows.children(meeting).getFirst();
            issuing.choose(of, "health", List.of(region.agency("merrowdale/health")));
            issuing.choose(of, "education", List.of(region.agency("merrowdale/health")));
        });
        var issued = as(LEADS, () -> issuing.issue(meeting));
        assertThat(issued.none()).isEmpty();
        var health = partsOf("designated-lead", "health", meeting);
        assertThat(part(health, "concerns").withheld()).isNull();
        assertThat(part(health, "health").lines())
                .extracting(Composed.Line::text)
                .containsExactly("Seen at the clinic");
        assertThat(part(health, "education").withheld()).contains("agreement");
        assertThat(part(health, "education").lines()).isEmpty();
        assertThat(part(health, "police").withheld()).contains("agreement");
        var police = partsOf("police-analyst", "police", meeting);
        assertThat(part(police, "health").withheld()).isNotNull();
        assertThat(part(police, "concerns").withheld()).isNull();
        var ofPolice = as(LEADS, () -> copyFor("police", meeting));
        assertThatThrownBy(() -> as("designated-lead", () -> copies.find(ofPolice)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(LEADS, () -> issuing.issue(meeting))).hasMessageContaining("stay as they are");
    }

    @Test
    void who_left_between_the_invitation_and_the_minutes_gets_none_and_the_issuer_is_told() {
        var authority = region.another();
        var child = Bearer.with(
                region.session(authority, LEADS),
                "a test",
                () -> new TransactionTemplate(transactions)
                        .execute(status -> children.register(
                                new NewChild(
                                        "Quillfeather",
                                        "Rowan " + Ids.next(),
                                        null,
                                        java.time.LocalDate.of(2011, 3, 2),
                                        false,
                                        "male",
                                        null,
                                        null,
                                        Map.of(),
                                        List.of(),
                                        List.of()),
                                region.person(authority, LEADS),
                                clock.instant())));
        var health = region.agency(authority + "/health");
        var lead = region.person(authority, "designated-lead");
        var meeting = as(
                authority,
                LEADS,
                () -> plan(
                        List.of(child),
                        Invite.person(MeetingKind.Part.HEALTH, lead, health, "Pat designated-lead"),
                        Invite.agency(MeetingKind.Part.POLICE, region.agency(authority + "/police"), "Police")));
        as(authority, LEADS, () -> {
            record(meeting);
            return true;
        });
        database.owner()
                .sql("update access.post set ends_at = now() where person_id = :person")
                .param("person", lead)
                .update();
        var issued = as(authority, LEADS, () -> issuing.issue(meeting));
        assertThat(issued.none().values())
                .singleElement()
                .satisfies(why -> assertThat(why).contains("left since the invitation"));
        assertThat(issued.copies()).isEqualTo(1);
        assertThat(database.owner()
                        .sql("select count(*) from meetings.copy where meeting_id = :id and agency_id = :agency")
                        .param("id", meeting)
                        .param("agency", health)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void minutes_of_a_group_go_out_child_by_child_and_the_whole_only_to_who_may_read_of_all() {
        var first = aChild();
        var second = aChild();
        var meeting = held(
                List.of(first, second),
                agency(MeetingKind.Part.POLICE, "police", null),
                agency(MeetingKind.Part.PROVIDER, "returns", first));
        var fields = new LinkedHashMap<String, String>();
        fields.put("p0-discussion", "They know each other from the park");
        fields.put("p1-concerns", "About the first");
        fields.put("p2-concerns", "About the second");
        write(meeting, fields);
        as(LEADS, () -> issuing.issue(meeting));
        var found = database.owner()
                .sql(
                        "select a.kind || ' ' || (c.child_id = :first) from meetings.copy c join access.agency a on a.id = c.agency_id where c.meeting_id = :id")
                .param("first", first)
                .param("id", meeting)
                .query(String.class)
                .list();
        assertThat(found).containsExactlyInAnyOrder("police true", "police false", "returns true");
        var provider = as(
                LEADS,
                () -> copies.parts(copyFor("returns", meeting)).stream()
                        .collect(Collectors.toMap(Composed::code, each -> each)));
        assertThat(part(provider, "concerns").lines())
                .extracting(Composed.Line::text)
                .containsExactly("About the first");
        assertThat(part(provider, "discussion").withheld()).contains("not theirs");
    }

    @Test
    void two_people_who_write_at_once_lose_nothing_and_a_box_that_both_changed_is_asked_about() {
        var meeting = held(List.of(aChild()), agency(MeetingKind.Part.POLICE, "police", null));
        write(meeting, Map.of("p1-concerns", "First"));
        var merged = as(LEADS, () -> {
            var it = rows.find(meeting);
            var boxes = writing.boxes(it, rows.children(meeting));
            var base = writing.at(it, boxes, 0);
            var standing = writing.now(it, boxes);
            return Together.of(base.fields(), standing.fields(), Map.of("p1-decisions", List.of("A visit")));
        });
        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.foreign()).isTrue();
        assertThat(merged.fields()).containsEntry("p1-concerns", List.of("First"));
        var clash =
                Together.of(Map.of(), Map.of("p1-concerns", List.of("First")), Map.of("p1-concerns", List.of("Other")));
        assertThat(clash.clashes()).containsExactly("p1-concerns");
    }

    private Invite agency(MeetingKind.Part part, String kind, @org.jspecify.annotations.Nullable UUID only) {
        return new Invite(part, region.agency("merrowdale/" + kind), null, kind, null, only);
    }

    private UUID held(List<UUID> about, Invite... invited) {
        return as(LEADS, () -> {
            var meeting = plan(about, invited);
            record(meeting);
            return meeting;
        });
    }

    private UUID plan(List<UUID> about, Invite... invited) {
        return meetings.plan(new Plan(
                MeetingKind.MASE,
                about.stream().map(About::child).toList(),
                List.of(),
                clock.instant().minus(Duration.ofMinutes(50)),
                60,
                null,
                null,
                "A. Chair",
                Arrays.asList(invited)));
    }

    private void record(UUID meeting) {
        var came = new HashMap<UUID, String>();
        for (var each : rows.invited(meeting)) came.put(each.id(), "attended");
        meetings.held(
                meeting, new Meetings.Held(clock.instant().minus(Duration.ofMinutes(40)), null, null, came, null));
    }

    private void write(UUID meeting, Map<String, String> words) {
        does(LEADS, () -> {
            var it = rows.lock(meeting);
            var boxes = writing.boxes(it, rows.children(meeting));
            var fields = new HashMap<String, List<String>>();
            words.forEach((field, said) -> fields.put(field, List.of(said)));
            writing.save(it, boxes, writing.now(it, boxes), fields);
        });
    }

    private static Composed part(Map<String, Composed> parts, String code) {
        return java.util.Objects.requireNonNull(parts.get(code), code);
    }

    private Map<String, Composed> partsOf(String role, String agency, UUID meeting) {
        return as(role, () -> {
            var mine = new ArrayList<>(copies.sentTo(region.agency("merrowdale/" + agency)));
            mine.removeIf(each -> !each.meeting().equals(meeting));
            assertThat(mine).hasSize(1);
            return copies.parts(mine.getFirst().id()).stream().collect(Collectors.toMap(Composed::code, each -> each));
        });
    }

    private UUID copyFor(String agency, UUID meeting) {
        return copies.sentTo(region.agency("merrowdale/" + agency)).stream()
                .filter(each -> each.meeting().equals(meeting))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
