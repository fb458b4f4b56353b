package lantern.missing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.children.ChildFacts;
import lantern.children.Children;
import lantern.children.NewChild;
import lantern.intake.Incident;
import lantern.intake.Said;
import lantern.missing.episode.Absence;
import lantern.missing.episode.Openings;
import lantern.platform.Ids;
import lantern.timescales.Subject;
import lantern.timescales.Timescale;
import lantern.timescales.Timescales;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One child's story in a test: who acts, the child, a report, and the clocks that run. */
public abstract class Story extends ServerTest {
    @Autowired
    protected Children children;

    @Autowired
    protected Openings openings;

    @Autowired
    protected Timescales timescales;

    @Autowired
    protected PlatformTransactionManager transactions;

    @AfterEach
    void backToRealTime() {
        clock.release();
    }

    /** Does the work in one transaction as this person of Merrowdale. */
    protected <T> T as(String role, Supplier<T> work) {
        return as("merrowdale", role, work);
    }

    protected <T> T as(String authority, String role, Supplier<T> work) {
        var token = region.session(authority, role);
        return Bearer.with(token, "a test", () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    protected void does(String role, Runnable work) {
        as(role, () -> {
            work.run();
            return true;
        });
    }

    protected UUID aChild() {
        var hub = region.person("merrowdale", "hub-worker");
        return as(
                "hub-worker",
                () -> children.register(
                        new NewChild(
                                "Thistlewood",
                                "Robin " + Ids.next(),
                                null,
                                LocalDate.of(2010, 5, 4),
                                false,
                                "female",
                                null,
                                null,
                                Map.of(),
                                List.of(),
                                List.of()),
                        hub,
                        clock.instant()));
    }

    protected UUID aLookedAfterChild() {
        var child = aChild();
        var sql = """
                insert into children.legal_status (authority_id, id, child_id, code, starts_on, recorded_at, recorded_by)
                values (:authority, :id, :child, 'C2', date '2015-01-01', now(), :by)
                """;
        database.owner()
                .sql(sql)
                .param("authority", region.authority("merrowdale"))
                .param("id", Ids.next())
                .param("child", child)
                .param("by", region.person("merrowdale", "hub-worker"))
                .update();
        return child;
    }

    protected void allocated(UUID child) {
        does(
                "hub-worker",
                () -> children.allocate(
                        child,
                        region.person("merrowdale", "social-worker"),
                        region.team("merrowdale/north"),
                        region.person("merrowdale", "hub-worker"),
                        clock.instant()));
    }

    protected ChildFacts facts(UUID child) {
        return children.find(child).orElseThrow();
    }

    /** An episode that hub staff typed after a phone call. */
    protected UUID missing(UUID child, Instant since) {
        return as("hub-worker", () -> openings.open(absence(child, since)).episode());
    }

    protected Absence absence(UUID child, Instant since) {
        return new Absence(
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
                null);
    }

    protected Incident incident(UUID notification, Incident.Kind kind, UUID child, Instant at, Said said) {
        return new Incident(notification, kind, facts(child), clock.instant(), at, at, said);
    }

    protected static Said nothing() {
        return new Said(null, null, null, null);
    }

    protected static Said found(Instant at, String returnedTo) {
        return new Said(null, null, null, new Said.Found(at, "Bus station", "Police", returnedTo, null, null));
    }

    /** A notification's row, as intake would have written it. */
    protected UUID aNotification(String kind, UUID child, Instant at) {
        var id = Ids.next();
        var sql = """
                insert into intake.notification (authority_id, id, agency_id, channel, source, source_reference, kind, reported_at, received_at, received_by,
                    raw, said, state, child_id)
                values (:authority, :id, :agency, 'api', 'test', :reference, :kind, :at, :at, :by, '{}', '{}', 'linked', :child)
                """;
        database.owner()
                .sql(sql)
                .param("authority", region.authority("merrowdale"))
                .param("id", id)
                .param("agency", region.agency("merrowdale/police"))
                .param("reference", id.toString())
                .param("kind", kind)
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .param("by", region.person("merrowdale", "hub-worker"))
                .param("child", child)
                .update();
        return id;
    }

    protected Timescale timescale(UUID episode, String standard) {
        return as(
                "hub-worker",
                () -> timescales.of(Subject.episode(episode)).stream()
                        .filter(each -> each.standard().equals(standard))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No timescale " + standard)));
    }

    protected String stage(UUID episode) {
        return database.owner()
                .sql("select stage from missing.episode where id = :id")
                .param("id", episode)
                .query(String.class)
                .single();
    }
}
