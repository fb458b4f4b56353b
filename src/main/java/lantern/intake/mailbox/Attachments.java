package lantern.intake.mailbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.platform.files.FileId;
import lantern.platform.files.FileKind;
import lantern.platform.files.FileRule;
import lantern.platform.files.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that came with an e-mail. */
@Component
public class Attachments {
    private static final int LONGEST_NAME = 200;

    private final JdbcClient db;
    private final Files files;

    Attachments(JdbcClient db, Files files) {
        this.db = db;
        this.files = files;
    }

    /** @param file null for one of a kind that is not opened here */
    public record Attachment(
            UUID id, String name, long bytes, @Nullable UUID file) {}

    /** @param cut the message was longer than is read, so its last file is not whole and nobody opens it as if it were */
    void keep(UUID notification, List<Mail.Attached> attached, boolean cut, UUID authority, Instant at) {
        var sql = """
                insert into intake.attachment (authority_id, id, notification_id, file_id, name, bytes, received_at)
                values (:authority, :id, :notification, :file::uuid, :name, :bytes, :at)
                """;
        for (var each : attached) {
            var whole = !cut || each != attached.getLast();
            db.sql(sql)
                    .param("authority", authority)
                    .param("id", Ids.next())
                    .param("notification", notification)
                    .param("file", whole ? file(each) : null)
                    .param("name", shown(each.name()))
                    .param("bytes", each.bytes().length)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    // What cannot be opened is in the message all the same: a damaged picture keeps no notification out.
    private @Nullable UUID file(Mail.Attached attached) {
        var rule = FileKind.told(attached.bytes()).filter(FileKind::isPicture).isPresent()
                ? FileRule.PICTURE
                : FileRule.DOCUMENT;
        try {
            return files.keep(rule, attached.name(), attached.bytes(), null, "file")
                    .value();
        } catch (Refused e) {
            return null;
        }
    }

    private static String shown(String name) {
        var shown = name.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var cut = shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME / 2) : shown;
        return cut.isBlank() ? "file" : cut;
    }

    public List<Attachment> of(UUID notification) {
        var sql = """
                select id, name, bytes, file_id from intake.attachment
                where authority_id = (select ctx.authority()) and notification_id = :notification order by id
                """;
        return db.sql(sql)
                .param("notification", notification)
                .query((row, n) -> new Attachment(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getLong("bytes"),
                        row.getObject("file_id", UUID.class)))
                .list();
    }

    /** The file itself, when the acting person sees the notification it came with, and the file. */
    public Files.Kept open(UUID notification, UUID attachment) {
        return of(notification).stream()
                .filter(each -> each.id().equals(attachment) && each.file() != null)
                .findFirst()
                .flatMap(each -> files.find(new FileId(java.util.Objects.requireNonNull(each.file()))))
                .orElseThrow(Refused::notFound);
    }
}
