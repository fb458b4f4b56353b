package lantern.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer for one key: a client that never heard back asks again with the same {@code Idempotency-Key} and gets the answer it
 * missed. Call it inside the transaction of the work, so that the answer is kept exactly when the work is. Equal keys that arrive
 * together wait for each other; without a key the work is simply done.
 */
@Component
public final class Idempotency {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;
    private final Access access;
    private final Clock clock;

    Idempotency(JdbcClient db, Access access, Clock clock) {
        this.db = db;
        this.access = access;
        this.clock = clock;
    }

    /** What a client was told: status, the headers that belong to the answer (Location, ETag), and the body. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /**
     * @param request what makes two requests the same one: its path, and its body as received
     * @throws Refused (409) when the key was used before for another request
     */
    public Answer once(@Nullable String key, String path, byte[] request, Supplier<Answer> work) {
        if (key == null) return work.get();
        if (!KEY.matcher(key).matches())
            throw new Refused("Send an Idempotency-Key of 1 to 200 letters, digits or signs", "Idempotency-Key");
        var client = access.actor();
        var hash = sha256(path.getBytes(StandardCharsets.UTF_8), new byte[] {0}, request);
        if (!mine(client, key, hash)) {
            var earlier = earlier(client.id(), key);
            if (!Arrays.equals(earlier.hash, hash))
                throw Refused.conflict("This Idempotency-Key was used for another request. Send a new key");
            return earlier.answer;
        }
        var answer = work.get();
        // The work may have gone on as Lantern itself; the answer belongs to the client that asked.
        if (!access.actor().id().equals(client.id())) access.continueAsBearer();
        keep(client.id(), key, answer);
        return answer;
    }

    /** Takes the key; whoever comes with the same one waits here until this transaction has ended. */
    private boolean mine(Actor client, String key, byte[] hash) {
        var sql = """
                insert into access.idempotency (authority_id, client_id, key, request_hash, status, body, created_at)
                values (:authority, :client, :key, :hash, 0, '', :at)
                on conflict do nothing
                """;
        return db.sql(sql)
                        .param("authority", client.authority())
                        .param("client", client.id())
                        .param("key", key)
                        .param("hash", hash)
                        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private record Earlier(byte[] hash, Answer answer) {}

    private Earlier earlier(UUID client, String key) {
        var sql = """
                select request_hash, status, headers, body from access.idempotency
                where authority_id = (select ctx.authority()) and client_id = :client and key = :key
                """;
        return db.sql(sql)
                .param("client", client)
                .param("key", key)
                .query((row, n) -> new Earlier(
                        row.getBytes("request_hash"),
                        new Answer(row.getInt("status"), headers(row.getString("headers")), row.getString("body"))))
                .single();
    }

    private void keep(UUID client, String key, Answer answer) {
        var sql = """
                update access.idempotency set status = :status, headers = :headers::jsonb, body = :body
                where authority_id = (select ctx.authority()) and client_id = :client and key = :key
                """;
        db.sql(sql)
                .param("client", client)
                .param("key", key)
                .param("status", answer.status())
                .param("headers", JSON.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .update();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> headers(String json) {
        return JSON.readValue(json, Map.class);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
