package lantern.access.people.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reviews of the agencies that the acting manager looks after. */
@Component
class Reviews {
    static final Map<String, String> DECISIONS =
            Map.of("needed", "Still needed", "move", "Move to another post", "leave", "They have left");

    private final JdbcClient db;

    Reviews(JdbcClient db) {
        this.db = db;
    }

    record Review(
            UUID id,
            UUID agency,
            String agencyName,
            String quarter,
            Instant opened,
            @Nullable Instant done,
            long people,
            long waiting) {}

    private static final String REVIEWS = """
            select r.*, a.name as agency_name from access.reviews_looked_after() r
            join access.agency a on a.authority_id = (select ctx.authority()) and a.id = r.agency_id
            """;

    List<Review> all() {
        return reviews(REVIEWS + " order by r.done_at is not null, r.opened_at desc, a.name limit 200", null);
    }

    Optional<Review> find(UUID id) {
        return reviews(REVIEWS + " where r.id = :id", id).stream().findFirst();
    }

    private List<Review> reviews(String sql, @Nullable UUID id) {
        return db.sql(sql)
                .param("id", id)
                .query((row, n) -> {
                    var done = row.getObject("done_at", OffsetDateTime.class);
                    return new Review(
                            row.getObject("id", UUID.class),
                            row.getObject("agency_id", UUID.class),
                            row.getString("agency_name"),
                            row.getString("quarter"),
                            row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                            done == null ? null : done.toInstant(),
                            row.getLong("people"),
                            row.getLong("waiting"));
                })
                .list();
    }

    record Reviewed(
            UUID person,
            @Nullable String decision,
            @Nullable Instant decidedAt,
            @Nullable UUID decidedBy) {}

    List<Reviewed> people(UUID review) {
        var sql = """
                select person_id, decision, decided_at, decided_by from access.reviewed_person
                where authority_id = (select ctx.authority()) and review_id = :review
                """;
        return db.sql(sql)
                .param("review", review)
                .query((row, n) -> {
                    var at = row.getObject("decided_at", OffsetDateTime.class);
                    return new Reviewed(
                            row.getObject("person_id", UUID.class),
                            row.getString("decision"),
                            at == null ? null : at.toInstant(),
                            row.getObject("decided_by", UUID.class));
                })
                .list();
    }

    /** Whether it was the last person of the review. */
    boolean decide(UUID review, UUID person, String decision) {
        var said = db.sql("select access.review_person(:review, :person, :decision)")
                .param("review", review)
                .param("person", person)
                .param("decision", decision)
                .query(String.class)
                .single();
        return switch (said) {
            case "last" -> true;
            case "done" -> false;
            case "self" -> throw new Refused("Nobody reviews themselves: another manager decides on you");
            case "further", "other-agency" ->
                throw new Refused(
                        "One of those who left reaches further than you, or also works for another agency: ask a head of service"
                                + " to record it");
            default -> throw Refused.conflict("Somebody has decided on one of these people already");
        };
    }
}
