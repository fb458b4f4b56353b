package lantern.missing.feedback;

import static lantern.platform.Stamps.instant;
import static lantern.platform.Stamps.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.calendar.London;
import lantern.children.Sendable;
import lantern.missing.interview.Narrative;
import lantern.missing.interview.Said;
import lantern.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is passed on after a return interview, part by part, as whoever reads may see it. What the child said is of high risk: an allegation about others,
 * and a danger to the child when those others read it.
 */
@Component
class FeedbackForm implements Sendable {
    /** The part that goes to the social worker only. */
    static final String SAID = "said";

    private final JdbcClient db;

    FeedbackForm(JdbcClient db) {
        this.db = db;
    }

    /** The interview that is passed on, with the absences it covers: known to the sender before anything is read as the recipient. */
    record About(UUID child, UUID interview, List<UUID> episodes) {}

    @Override
    public String code() {
        return "feedback-form";
    }

    @Override
    public String title() {
        return "Feedback form after the last return interview";
    }

    @Override
    public List<Part> parts(UUID child) {
        var sql = """
                select id from missing.interview where authority_id = (select ctx.authority()) and child_id = :child and outcome = 'held'
                order by outcome_at desc, id limit 1
                """;
        return db.sql(sql)
                .param("child", child)
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional()
                .map(id -> parts(about(child, id)))
                .orElse(List.of());
    }

    About about(UUID child, UUID interview) {
        var sql =
                "select episode_id from missing.interview_episode where authority_id = (select ctx.authority()) and interview_id = :id";
        return new About(
                child,
                interview,
                db.sql(sql)
                        .param("id", interview)
                        .query((row, n) -> row.getObject("episode_id", UUID.class))
                        .list());
    }

    List<Part> parts(About about) {
        var parts = new ArrayList<Part>();
        add(parts, new Part("who", "identity", "The child", false, who(about)));
        add(parts, new Part("absences", "episode", "Away", false, absences(about)));
        add(parts, new Part("found", "contact", "Where the child was found and went back to", true, found(about)));
        add(parts, new Part("meeting", "interview", "The interview", false, meeting(about)));
        add(
                parts,
                new Part(
                        "factors",
                        "interview",
                        "What pushed the child away and what drew them",
                        false,
                        factors(about)));
        for (var whom : Whom.values())
            if (whom != Whom.OTHER)
                add(
                        parts,
                        new Part(
                                "for-" + whom.code,
                                whom == Whom.SCHOOL ? "education" : whom == Whom.POLICE ? "episode" : "interview",
                                "Recommendations for the " + whom.briefly,
                                false,
                                recommendations(about, whom)));
        add(parts, new Part(SAID, "allegation", "What the child said", false, said(about)));
        return parts;
    }

    private static void add(List<Part> parts, Part part) {
        if (!part.lines().isEmpty()) parts.add(part);
    }

    private List<Line> who(About about) {
        var sql = "select given_names, family_name, date_of_birth, reference from children.v_child"
                + " where authority_id = (select ctx.authority()) and id = :child";
        return db.sql(sql)
                .param("child", about.child())
                .query((row, n) -> {
                    var born = row.getObject("date_of_birth", LocalDate.class);
                    return List.of(
                            new Line(
                                    "Name",
                                    (row.getString("given_names") + " " + row.getString("family_name")).strip()),
                            new Line("Date of birth", born == null ? "Not known" : London.day(born)),
                            new Line("Reference", row.getString("reference")));
                })
                .optional()
                .orElse(List.of());
    }

    private List<Line> absences(About about) {
        return episodes(about, (row, n) -> {
            var back = instantOrNull(row, "returned_at");
            var police = row.getString("police_reference");
            return new Line(
                    "Missing since " + London.dateTime(instant(row, "missing_since")),
                    "From " + row.getString("missing_from") + (back == null ? "" : ", back " + London.dateTime(back))
                            + (police == null ? "" : ". Police reference " + police));
        });
    }

    private List<Line> found(About about) {
        return episodes(about, (row, n) -> {
                    var words = new ArrayList<String>();
                    if (row.getString("located_place") != null) words.add("Found: " + row.getString("located_place"));
                    if (row.getString("returned_to") != null)
                        words.add("Went back to: " + row.getString("returned_to"));
                    return new Line(
                            "Missing since " + London.dateTime(instant(row, "missing_since")),
                            String.join(". ", words));
                })
                .stream()
                .filter(each -> !each.text().isBlank())
                .toList();
    }

    private List<Line> episodes(About about, org.springframework.jdbc.core.RowMapper<Line> mapper) {
        var sql = """
                select missing_since, missing_from, returned_at, returned_to, located_place, police_reference from missing.episode
                where authority_id = (select ctx.authority()) and id = any (:ids) and stage not in ('merged', 'void') order by missing_since
                """;
        return db.sql(sql)
                .param("ids", about.episodes().toArray(UUID[]::new))
                .query(mapper)
                .list();
    }

    private List<Line> meeting(About about) {
        var sql = "select * from missing.interview where authority_id = (select ctx.authority()) and id = :id";
        return db.sql(sql)
                .param("id", about.interview())
                .query((row, n) -> {
                    var lines = new ArrayList<Line>();
                    lines.add(new Line(
                            "Held",
                            London.dateTime(instant(row, "outcome_at")) + ", "
                                    + Words.of(row.getString("method")).toLowerCase(java.util.Locale.ROOT)));
                    line(lines, "Where", row.getString("held_where"));
                    line(lines, "By", row.getString("held_by"));
                    lines.add(
                            new Line("Independent of the child's care", row.getBoolean("independent") ? "Yes" : "No"));
                    line(lines, "Others present", row.getString("others_present"));
                    return List.copyOf(lines);
                })
                .optional()
                .orElse(List.of());
    }

    private List<Line> factors(About about) {
        var sql =
                "select factor from missing.interview_factor where authority_id = (select ctx.authority()) and interview_id = :id order by factor desc";
        return db.sql(sql)
                .param("id", about.interview())
                .query((row, n) -> {
                    var words = Said.factor(row.getString("factor")).split(": ", 2);
                    return new Line(words[0], words[1]);
                })
                .list();
    }

    private List<Line> recommendations(About about, Whom whom) {
        var sql = """
                select words from missing.interview_recommendation
                where authority_id = (select ctx.authority()) and interview_id = :id and for_whom = :whom order by id
                """;
        return db.sql(sql)
                .param("id", about.interview())
                .param("whom", whom.code)
                .query((row, n) -> new Line("Recommended", row.getString("words")))
                .list();
    }

    private List<Line> said(About about) {
        var sql =
                "select * from missing.interview_narrative where authority_id = (select ctx.authority()) and interview_id = :id";
        return db.sql(sql)
                .param("id", about.interview())
                .query(FeedbackForm::said)
                .optional()
                .orElse(List.of());
    }

    private static List<Line> said(ResultSet row, int n) throws SQLException {
        var narrative = new Narrative(
                row.getString("before_it"),
                row.getString("during_it"),
                row.getString("after_it"),
                row.getString("own_words"),
                "",
                Narrative.more(row));
        var lines = new ArrayList<Line>();
        Said.lines(narrative).forEach((heading, words) -> line(lines, heading, words));
        var consent = narrative.more().get("consent");
        if (consent != null) lines.add(new Line("Agreed to sharing", Said.consent(consent)));
        var support = narrative.more().get("intensive_support");
        if (support != null) lines.add(new Line("Intensive support", Objects.requireNonNull(Words.of(support))));
        return lines;
    }

    private static void line(List<Line> lines, String heading, @Nullable String words) {
        if (words != null && !words.isBlank()) lines.add(new Line(heading, words));
    }
}
