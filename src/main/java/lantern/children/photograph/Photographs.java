package lantern.children.photograph;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.children.ChildFacts;
import lantern.children.reviews.Reviews;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.platform.files.FileId;
import lantern.platform.files.FileRule;
import lantern.platform.files.Files;
import lantern.timescales.Happening;
import lantern.timescales.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** The newest that was not taken off is in use. None is deleted here: one that must not be shown is taken off, with why. */
@Component
@Transactional
class Photographs {
    private final JdbcClient db;
    private final Files files;
    private final Ledger ledger;
    private final Reviews reviews;

    Photographs(JdbcClient db, Files files, Ledger ledger, Reviews reviews) {
        this.db = db;
        this.files = files;
        this.ledger = ledger;
        this.reviews = reviews;
    }

    record Photograph(
            UUID id,
            FileId file,
            LocalDate takenOn,
            String takenBy,
            String basis,
            @Nullable String basisNote,
            @Nullable LocalDate reviewOn,
            Instant recordedAt,
            UUID recordedBy,
            @Nullable Instant takenOffAt,
            @Nullable String takenOffBecause) {}

    record New(
            LocalDate takenOn,
            String takenBy,
            String basis,
            @Nullable String basisNote) {}

    void add(ChildFacts child, New given, MultipartFile sent, UUID by, Instant at) {
        var today = London.date(at);
        if (!Basis.ALL.containsKey(given.basis()))
            throw new Refused("Choose on what ground the photograph is kept", "basis");
        if (given.takenOn().isAfter(today)) throw new Refused("Choose a day that is not in the future", "takenOn");
        var file = files.keep(FileRule.PICTURE, sent, child.id(), "photograph");
        var id = Ids.next();
        var reviewOn = reviews.begun(Subject.photograph(id), Happening.PHOTOGRAPH_IN_USE, child, by, at);
        var sql = """
                insert into children.photograph (authority_id, id, child_id, file_id, taken_on, taken_by, basis, basis_note, review_on, recorded_at, recorded_by)
                values ((select ctx.authority()), :id, :child, :file, :takenOn, :takenBy, :basis, :note, :reviewOn, :at, :by)
                """;
        db.sql(sql)
                .param("id", id)
                .param("child", child.id())
                .param("file", file.value())
                .param("takenOn", given.takenOn())
                .param("takenBy", given.takenBy())
                .param("basis", given.basis())
                .param("note", given.basisNote())
                .param("reviewOn", reviewOn)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        ledger.act("photograph.added", "photograph", id, child.id());
    }

    /** Somebody looked at it and at the ground on which it is kept, and it stays. */
    void keep(ChildFacts child, UUID photograph, UUID by, Instant at) {
        var reviewOn = reviews.kept(
                Subject.photograph(photograph),
                Happening.PHOTOGRAPH_REVIEWED,
                Happening.PHOTOGRAPH_IN_USE,
                child,
                by,
                at);
        var sql = """
                update children.photograph set review_on = :reviewOn
                where authority_id = (select ctx.authority()) and child_id = :child and id = :id and taken_off_at is null
                """;
        var kept = db.sql(sql)
                .param("reviewOn", reviewOn)
                .param("child", child.id())
                .param("id", photograph)
                .update();
        if (kept == 0) throw Refused.conflict("Somebody has taken this photograph off already");
        ledger.act("photograph.reviewed", "photograph", photograph, child.id());
    }

    /** The child that the photograph is of, for a reader who may see it. */
    Optional<UUID> child(UUID photograph) {
        return db.sql(
                        "select child_id from children.photograph where authority_id = (select ctx.authority()) and id = :id")
                .param("id", photograph)
                .query(UUID.class)
                .optional();
    }

    void takeOff(ChildFacts child, UUID photograph, String because, UUID by, Instant at) {
        var sql = """
                update children.photograph set taken_off_at = :at, taken_off_by = :by, taken_off_because = :because
                where authority_id = (select ctx.authority()) and child_id = :child and id = :id and taken_off_at is null
                """;
        var done = db.sql(sql)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("because", because)
                .param("child", child.id())
                .param("id", photograph)
                .update();
        if (done == 0) throw Refused.conflict("Somebody has taken this photograph off already");
        reviews.ended(Subject.photograph(photograph), Happening.PHOTOGRAPH_REVIEWED, child, by, at);
        ledger.act("photograph.taken-off", "photograph", photograph, child.id());
    }

    List<Photograph> of(UUID child) {
        var sql = """
                select id, file_id, taken_on, taken_by, basis, basis_note, review_on, recorded_at, recorded_by, taken_off_at, taken_off_because
                from children.photograph where authority_id = (select ctx.authority()) and child_id = :child order by recorded_at desc, id desc
                """;
        return db.sql(sql).param("child", child).query(Photographs::read).list();
    }

    private static Photograph read(ResultSet row, int n) throws SQLException {
        var off = row.getObject("taken_off_at", OffsetDateTime.class);
        return new Photograph(
                row.getObject("id", UUID.class),
                new FileId(row.getObject("file_id", UUID.class)),
                row.getObject("taken_on", LocalDate.class),
                row.getString("taken_by"),
                row.getString("basis"),
                row.getString("basis_note"),
                row.getObject("review_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_by", UUID.class),
                off == null ? null : off.toInstant(),
                row.getString("taken_off_because"));
    }
}
