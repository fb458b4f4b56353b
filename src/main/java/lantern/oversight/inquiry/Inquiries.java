package lantern.oversight.inquiry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.oversight.inquiry.Recommendation.Theme;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads inquiries whole: they are small, and their papers, checks and pages all need all of them. */
@Component
public class Inquiries {
    private final JdbcClient db;
    private final Said said;

    Inquiries(JdbcClient db, Said said) {
        this.db = db;
        this.said = said;
    }

    public record Listed(UUID id, String title, LocalDate approvedOn, long recommendations, long concluded) {}

    public List<Listed> all() {
        var sql = """
                select i.id, i.title, i.approved_on, count(r.id) as recommendations,
                       count(c.id) as concluded
                from oversight.inquiry i
                left join oversight.recommendation r on r.authority_id = i.authority_id and r.inquiry_id = i.id
                left join oversight.conclusion c on c.authority_id = r.authority_id and c.recommendation_id = r.id and c.reopened_on is null
                where i.authority_id = (select ctx.authority())
                group by i.id, i.title, i.approved_on order by i.approved_on desc, i.title
                """;
        return db.sql(sql)
                .query((row, n) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getObject("approved_on", LocalDate.class),
                        row.getLong("recommendations"),
                        row.getLong("concluded")))
                .list();
    }

    public Inquiry whole(UUID id) {
        var sql = """
                select i.*, concat_ws(', ', c.post, nullif(c.telephone, ''), nullif(c.email, '')) as listed from oversight.inquiry i
                left join oversight.contact c on c.authority_id = i.authority_id and c.id = i.contact_id
                where i.authority_id = (select ctx.authority()) and i.id = :id
                """;
        return db.sql(sql)
                .param("id", id)
                .query((row, n) -> new Inquiry(
                        id,
                        row.getString("title"),
                        row.getString("summary"),
                        row.getObject("committee_id", UUID.class),
                        names(row.getObject("committee_id", UUID.class)),
                        row.getObject("approved_on", LocalDate.class),
                        row.getString("lead_member"),
                        row.getString("lead_officer"),
                        row.getString("report_of"),
                        row.getString("listed").isEmpty() ? row.getString("contact") : row.getString("listed"),
                        recommendations(id),
                        tracking(id)))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /** The inquiry that this recommendation is of. */
    public Inquiry of(UUID recommendation) {
        var sql =
                "select inquiry_id from oversight.recommendation where authority_id = (select ctx.authority()) and id = :id";
        var inquiry = db.sql(sql)
                .param("id", recommendation)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refused::notFound);
        return whole(inquiry);
    }

    public static Recommendation find(Inquiry inquiry, UUID recommendation) {
        return inquiry.recommendations().stream()
                .filter(each -> each.id().equals(recommendation))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    public List<Inquiry.Name> names(UUID committee) {
        var sql =
                "select name, from_on from oversight.committee_name where authority_id = (select ctx.authority()) and committee_id = :id order by from_on";
        return db.sql(sql)
                .param("id", committee)
                .query((row, n) -> new Inquiry.Name(row.getString("name"), row.getObject("from_on", LocalDate.class)))
                .list();
    }

    public List<Theme> themes(UUID inquiry) {
        var sql =
                "select id, letter, title from oversight.theme where authority_id = (select ctx.authority()) and inquiry_id = :id order by letter";
        return db.sql(sql)
                .param("id", inquiry)
                .query((row, n) ->
                        new Theme(row.getObject("id", UUID.class), row.getString("letter"), row.getString("title")))
                .list();
    }

    private List<Inquiry.Tracking> tracking(UUID inquiry) {
        var sql =
                "select on_day, kind from oversight.tracking where authority_id = (select ctx.authority()) and inquiry_id = :id order by on_day";
        return db.sql(sql)
                .param("id", inquiry)
                .query((row, n) -> new Inquiry.Tracking(
                        row.getObject("on_day", LocalDate.class),
                        row.getString("kind").equals("tracked")))
                .list();
    }

    private List<Recommendation> recommendations(UUID inquiry) {
        var all = said.of(inquiry);
        var sql = """
                select r.id, r.number, r.words, r.targets, t.id as theme, t.letter, t.title from oversight.recommendation r
                left join oversight.theme t on t.authority_id = r.authority_id and t.id = r.theme_id
                where r.authority_id = (select ctx.authority()) and r.inquiry_id = :id order by r.place
                """;
        return db.sql(sql)
                .param("id", inquiry)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var theme = row.getObject("theme", UUID.class);
                    return new Recommendation(
                            id,
                            row.getString("number"),
                            theme(theme, row.getString("letter"), row.getString("title")),
                            row.getString("words"),
                            row.getString("targets"),
                            all.parts().getOrDefault(id, List.of()),
                            all.responsible().getOrDefault(id, List.of()),
                            all.evidence().getOrDefault(id, List.of()),
                            all.assessments().getOrDefault(id, List.of()),
                            all.conclusions().getOrDefault(id, List.of()),
                            all.planned().getOrDefault(id, List.of()),
                            all.printed().getOrDefault(id, Map.of()));
                })
                .list();
    }

    private static @Nullable Theme theme(@Nullable UUID id, @Nullable String letter, @Nullable String title) {
        return id == null || letter == null || title == null ? null : new Theme(id, letter, title);
    }
}
