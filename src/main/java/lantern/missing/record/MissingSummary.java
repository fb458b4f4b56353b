package lantern.missing.record;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.children.Sendable;
import lantern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When a child was missing, and what they said afterwards, as it can be sent. What a child says of others is of high risk: an allegation, and a danger to the child
 * when those others read it.
 */
@Component
class MissingSummary implements Sendable {
    private static final int MOST = 20;

    private final JdbcClient db;

    MissingSummary(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String code() {
        return "missing-summary";
    }

    @Override
    public String title() {
        return "Missing episodes and return interviews";
    }

    @Override
    public List<Part> parts(UUID child) {
        var parts = new ArrayList<Part>();
        add(parts, new Part("who", "identity", "Who the child is", false, who(child)));
        add(parts, new Part("episodes", "episode", "The last " + MOST + " times missing", false, episodes(child)));
        add(parts, new Part("where-found", "contact", "Where the child was found", true, found(child)));
        add(parts, new Part("interviews", "interview", "Return interviews", false, interviews(child)));
        add(parts, new Part("said", "allegation", "What the child said", false, said(child)));
        return parts;
    }

    private static void add(List<Part> parts, Part part) {
        if (!part.lines().isEmpty()) parts.add(part);
    }

    private List<Line> who(UUID child) {
        var sql = "select given_names, family_name, date_of_birth, reference from children.v_child"
                + " where authority_id = (select ctx.authority()) and id = :child";
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> {
                    var born = row.getObject("date_of_birth", java.time.LocalDate.class);
                    return new Line(
                            row.getString("reference"),
                            (row.getString("given_names") + " " + row.getString("family_name")).strip()
                                    + (born == null ? "" : ", born " + London.day(born)));
                })
                .list();
    }

    private List<Line> episodes(UUID child) {
        var sql = """
                select missing_since, located_at, returned_at, missing_from, police_reference from missing.episode
                where authority_id = (select ctx.authority()) and child_id = :child and stage <> 'merged'
                order by missing_since desc, id limit :most
                """;
        return db.sql(sql)
                .param("child", child)
                .param("most", MOST)
                .query((row, n) -> {
                    var police = row.getString("police_reference");
                    return new Line(
                            moment(instant(row, "missing_since")),
                            "Missing from " + row.getString("missing_from")
                                    + ended(instantOrNull(row, "located_at"))
                                    + (police == null ? "" : ". Police reference " + police));
                })
                .list();
    }

    private static String ended(@Nullable Instant located) {
        return located == null ? ", not found yet" : ", found " + moment(located);
    }

    private List<Line> found(UUID child) {
        var sql = """
                select located_at, located_place from missing.episode
                where authority_id = (select ctx.authority()) and child_id = :child and stage <> 'merged' and located_place <> ''
                order by missing_since desc, id limit :most
                """;
        return db.sql(sql)
                .param("child", child)
                .param("most", MOST)
                .query((row, n) -> new Line(moment(instant(row, "located_at")), row.getString("located_place")))
                .list();
    }

    private List<Line> interviews(UUID child) {
        var sql = """
                select referred_at, outcome, outcome_at from missing.interview
                where authority_id = (select ctx.authority()) and child_id = :child order by referred_at desc, id limit :most
                """;
        return db.sql(sql)
                .param("child", child)
                .param("most", MOST)
                .query((row, n) -> {
                    var outcome = row.getString("outcome");
                    return new Line(
                            moment(instant(row, "referred_at")),
                            outcome == null ? "Referred, no outcome yet" : Words.of(outcome));
                })
                .list();
    }

    private List<Line> said(UUID child) {
        var sql = """
                select recorded_at, before_it, during_it, after_it, own_words from missing.interview_narrative
                where authority_id = (select ctx.authority()) and child_id = :child order by recorded_at desc, interview_id limit :most
                """;
        var lines = new ArrayList<Line>();
        db.sql(sql).param("child", child).param("most", MOST).query(row -> {
            var at = moment(instant(row, "recorded_at"));
            for (var part : List.of("before_it", "during_it", "after_it", "own_words")) {
                var words = row.getString(part);
                if (!words.isBlank()) lines.add(new Line(at, words));
            }
        });
        return lines;
    }

    private static String moment(Instant at) {
        return London.dateTime(at);
    }
}
