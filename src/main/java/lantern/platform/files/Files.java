package lantern.platform.files;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lantern.platform.Ids;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Keeps what people upload. Each room asks its own permission first, holds the {@link FileId} beside what the file is of, writes the ledger and
 * gives the file back at an address of its own; which rows of files somebody sees is decided by the policy of the child they belong to.
 */
@Component
public final class Files {
    private final JdbcClient db;
    private final Clock clock;

    Files(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A file as it is kept. */
    public record Kept(
            FileId id, @Nullable UUID child, String name, FileKind kind, byte[] bytes, Instant at, UUID by) {}

    /**
     * Checks and keeps a file in the transaction of the acting person, cleaned: a picture is drawn anew, so that nothing of its metadata is kept.
     *
     * @param child whose record it belongs to; null: only who reaches the whole authority, and who uploads it, sees it
     * @param field the form's field, for a refusal
     * @throws Refused when it is empty, too large or of another kind than the rule allows
     */
    public FileId keep(FileRule rule, String name, byte[] bytes, @Nullable UUID child, String field) {
        var kind = rule.check(bytes, field);
        var clean = FileRule.clean(bytes, kind, field);
        var id = new FileId(Ids.next());
        var sql = """
                insert into files.kept (authority_id, id, child_id, name, kind, bytes, sha256, kept_at, kept_by)
                values ((select ctx.authority()), :id, :child::uuid, :name, :kind, :bytes, :sha, :at, (select ctx.actor()))
                """;
        db.sql(sql)
                .param("id", id.value())
                .param("child", child)
                .param("name", safe(name, kind))
                .param("kind", kind.code())
                .param("bytes", clean)
                .param("sha", sha256(clean))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** The same for a field of a form sent as multipart/form-data. */
    public FileId keep(FileRule rule, MultipartFile sent, @Nullable UUID child, String field) {
        if (sent.getSize() > rule.most()) rule.check(new byte[rule.most() + 1], field);
        try {
            var name = sent.getOriginalFilename();
            return keep(rule, name == null ? "file" : name, sent.getBytes(), child, field);
        } catch (IOException e) {
            throw new Refused("The file did not arrive whole. Choose it again", field);
        }
    }

    /** The file, when the acting person may see it. */
    public Optional<Kept> find(FileId id) {
        var sql = """
                select id, child_id, name, kind, bytes, kept_at, kept_by from files.kept
                where authority_id = (select ctx.authority()) and id = :id
                """;
        return db.sql(sql)
                .param("id", id.value())
                .query((row, n) -> new Kept(
                        new FileId(row.getObject("id", UUID.class)),
                        row.getObject("child_id", UUID.class),
                        row.getString("name"),
                        FileKind.of(row.getString("kind")),
                        row.getBytes("bytes"),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                        row.getObject("kept_by", UUID.class)))
                .optional();
    }

    /**
     * The answer that gives a file back: of its own kind and no other, to be saved and not opened as a page, kept by no cache. A picture shows in an
     * {@code img} all the same.
     */
    public static ResponseEntity<byte[]> attachment(Kept file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file.bytes());
    }

    // The last part of what was a path on somebody's machine, without signs that mean something to a shell or a header,
    // and with the ending of what it is.
    public static String safe(String name, FileKind kind) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var stem = last.replaceFirst("\\.[^.]*$", "")
                .replaceAll("[^\\p{L}\\p{N} ._()-]", "_")
                .strip();
        if (stem.isEmpty() || stem.startsWith(".")) stem = "file" + stem;
        return (stem.length() > 150 ? stem.substring(0, 150) : stem) + "." + kind.ending();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
