package lantern.children.penpicture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.children.ChildFacts;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.Happened;
import lantern.timescales.Happening;
import lantern.timescales.Owner;
import lantern.timescales.Subject;
import lantern.timescales.Timescales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each review is a row of its own, also when nothing changed: the newest is in use and the ones before stay to be read. */
@Component
@Transactional
class PenPictures {
    private static final int LONGEST = 600;

    /** Column to the question, in the order of the form and of the paper. */
    static final Map<String, String> QUESTIONS = questions();

    private final JdbcClient db;
    private final Timescales timescales;
    private final Ledger ledger;

    PenPictures(JdbcClient db, Timescales timescales, Ledger ledger) {
        this.db = db;
        this.timescales = timescales;
        this.ledger = ledger;
    }

    private static Map<String, String> questions() {
        var questions = new LinkedHashMap<String, String>();
        questions.put("looks", "What the child looks like");
        questions.put("build", "Height and build");
        questions.put("hair", "Hair");
        questions.put("marks", "Marks, scars, tattoos, glasses, piercings");
        questions.put("clothing", "Clothing usually worn");
        questions.put("places", "Places they go to");
        questions.put("people", "People they go to");
        questions.put("transport", "How they travel and pay");
        questions.put("vulnerabilities", "What makes them vulnerable");
        return questions;
    }

    void review(ChildFacts child, Map<String, @Nullable String> answers, UUID by, Instant at) {
        if (answers.get("looks") == null) throw new Refused("Say what the child looks like", "looks");
        answers.forEach((column, words) -> {
            if (words != null && words.length() > LONGEST)
                throw new Refused("Use " + LONGEST + " characters or fewer", column);
        });
        var id = Ids.next();
        var sql = """
                insert into children.pen_picture (authority_id, id, child_id, looks, build, hair, marks, clothing, places, people, transport, vulnerabilities,
                                                  recorded_at, recorded_by)
                values ((select ctx.authority()), :id, :child, :looks, :build, :hair, :marks, :clothing, :places, :people, :transport, :vulnerabilities, :at, :by)
                """;
        db.sql(sql)
                .params(answers)
                .param("id", id)
                .param("child", child.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        ledger.act("pen-picture.reviewed", "pen-picture", id, child.id());
        // The review meets the clock of the picture before; the new one's clock starts after it, or this review would
        // meet that too.
        timescales.happened(
                List.of(
                        new Happened(Happening.PEN_PICTURE_REVIEWED, at),
                        new Happened(Happening.PEN_PICTURE_IN_USE, at.plus(1, ChronoUnit.MICROS))),
                Subject.child(child.id()),
                child.id(),
                child.lookedAfter() ? Set.of(Happening.LOOKED_AFTER) : Set.of(),
                new Owner("social-worker", null, child.workerTeamId(), child.workerId()),
                new Owner("team-manager", null, child.workerTeamId(), null));
    }
}
