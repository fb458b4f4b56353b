package lantern.access.sight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.children.NewChild;
import lantern.meetings.About;
import lantern.meetings.Actions;
import lantern.meetings.MeetingKind;
import lantern.meetings.Meetings;
import lantern.meetings.Plan;
import lantern.missing.Story;
import lantern.missing.episode.Absence;
import lantern.missing.episode.Episodes;
import lantern.platform.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** Children with an absence, an interview and a notification that somebody cannot see, each for another reason. */
abstract class HiddenRecords extends Story {
    @Autowired
    Episodes episodes;

    @Autowired
    Meetings meetings;

    @Autowired
    Actions actions;

    static final List<String> ROLES = List.of(
            "hub-worker",
            "hub-manager",
            "duty-worker",
            "social-worker",
            "team-manager",
            "head-of-service",
            "executive-director",
            "service-manager",
            "governance-lead",
            "administrator",
            "interviewer",
            "provider-manager",
            "police-analyst",
            "exploitation-coordinator",
            "designated-lead");

    /** A child of the authority with everything that can be asked for by an id; nobody but the hub works with it. */
    Record record(String authority, String family) {
        var by = region.person(authority, "hub-worker");
        var since = clock.instant().minus(Duration.ofHours(30));
        var child = as(
                authority,
                "hub-worker",
                () -> children.register(
                        new NewChild(
                                family,
                                "Robin",
                                null,
                                LocalDate.of(2010, 5, 4),
                                false,
                                "female",
                                null,
                                null,
                                Map.of(),
                                List.of(),
                                List.of()),
                        by,
                        clock.instant()));
        var episode = as(
                authority,
                "hub-worker",
                () -> openings.open(new Absence(
                                facts(child),
                                null,
                                since,
                                since,
                                "placement",
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                "M",
                                null,
                                null))
                        .episode());
        as(authority, "hub-worker", () -> {
            var back = clock.instant().minus(Duration.ofHours(2));
            episodes.locate(episode, new Episodes.Found(back, "Bus station", "Police", null));
            episodes.comeBack(episode, new Episodes.Return(back, "Alder House", "none-known", null, null));
            return true;
        });
        var meeting = as(
                authority,
                "hub-worker",
                () -> meetings.plan(new Plan(
                        MeetingKind.MASE,
                        List.of(About.child(child)),
                        List.of(),
                        back(2),
                        60,
                        null,
                        null,
                        "A. Chair",
                        List.of())));
        var action = as(
                authority,
                "hub-worker",
                () -> actions.add(
                        About.child(child),
                        meeting,
                        new Actions.Task("Visit", null, null, region.agency(authority + "/children"), null)));
        return new Record(
                child,
                episode,
                one("select id from missing.interview where child_id = :child", child),
                notification(authority, child),
                one("select id from timescales.timescale where child_id = :child limit 1", child),
                meeting,
                action);
    }

    private java.time.Instant back(int hours) {
        return clock.instant().minus(Duration.ofHours(hours));
    }

    private UUID notification(String authority, UUID child) {
        var id = Ids.next();
        var sql = """
                insert into intake.notification (authority_id, id, agency_id, channel, source, source_reference, kind, reported_at, received_at, received_by,
                    raw, said, state, child_id)
                values (:authority, :id, :agency, 'api', 'test', :reference, 'missing', now(), now(), :by, '{}', '{}', 'linked', :child)
                """;
        database.owner()
                .sql(sql)
                .param("authority", region.authority(authority))
                .param("id", id)
                .param("agency", region.agency(authority + "/licensing"))
                .param("reference", id.toString())
                .param("by", Ids.next())
                .param("child", child)
                .update();
        return id;
    }

    /** Closed to everybody: it names nobody of the region. */
    void restrict(Record record) {
        var sql = """
                insert into access.restriction (authority_id, id, child_id, reason, starts_at, restricted_by)
                select authority_id, uuidv7(), id, 'A relative works in the hub', now(), recorded_by from children.child where id = :child
                """;
        database.owner().sql(sql).param("child", record.child()).update();
    }

    /** As it was before anybody was asked to work with the child. */
    void nobodyWorksWith(Record record) {
        database.owner()
                .sql("delete from access.involvement where child_id = :child")
                .param("child", record.child())
                .update();
    }

    private static UUID one(String sql, UUID child) {
        return database.owner()
                .sql(sql)
                .param("child", child)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }
}
