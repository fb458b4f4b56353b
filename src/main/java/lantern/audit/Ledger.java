package lantern.audit;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one entry for every act and every look at a child, in the transaction of the act: no ledger, no answer. Who acts, for which agency and why
 * is filled in by the database from the verified session. Details hold ids, codes, numbers and dates only: free text is refused, because an entry
 * cannot be corrected or taken back.
 */
@Component
public class Ledger {
    private static final Pattern CODE = Pattern.compile("[\\p{Alnum}_.:/+-]{0,120}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;

    Ledger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One child's record was read; {@code sections} as access.md names them: identity, contact, episode, health, ... */
    public void look(UUID child, String... sections) {
        write("look", "child", child, child, null, List.of(sections), null);
    }

    /** A list or search result that names children was read: one entry, which counts as a look at each of them; a search that found nobody names none. */
    public void looked(Collection<UUID> children, String list) {
        write("list", null, null, null, children.isEmpty() ? null : children, null, detail(Map.of("list", list)));
    }

    /** Something was done; {@code act} is a code in the past tense such as {@code episode.closed}. */
    public void act(String act, String subjectKind, UUID subject, @Nullable UUID child) {
        write(act, subjectKind, subject, child, null, null, null);
    }

    public void act(String act, String subjectKind, UUID subject, @Nullable UUID child, Map<String, ?> detail) {
        write(act, subjectKind, subject, child, null, null, detail(detail));
    }

    /** The same act on each of many subjects, such as the rows of an import: an entry for each, {@code children} in the order of the subjects. */
    public void actOnEach(
            String act, String subjectKind, List<UUID> subjects, List<UUID> children, Map<String, ?> detail) {
        if (subjects.isEmpty()) return;
        if (!TransactionSynchronizationManager.isActualTransactionActive()) throw outsideTransaction();
        var sql = "select audit.write_each(?, ?, ?, ?, ?::jsonb)";
        jdbc.execute(sql, (org.springframework.jdbc.core.PreparedStatementCallback<@Nullable Void>) statement -> {
            var connection = statement.getConnection();
            statement.setString(1, act);
            statement.setString(2, subjectKind);
            statement.setArray(3, connection.createArrayOf("uuid", subjects.toArray()));
            statement.setArray(4, connection.createArrayOf("uuid", children.toArray()));
            statement.setString(5, detail(detail));
            statement.execute();
            return null;
        });
    }

    private static IllegalStateException outsideTransaction() {
        return new IllegalStateException(
                "A ledger entry belongs to the transaction of its act: call the ledger inside @Transactional");
    }

    private void write(
            String act,
            @Nullable String subjectKind,
            @Nullable UUID subject,
            @Nullable UUID child,
            @Nullable Collection<UUID> children,
            @Nullable Collection<String> sections,
            @Nullable String detail) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) throw outsideTransaction();
        var sql = "select audit.write(?, ?, ?, ?, ?, ?::jsonb, ?)";
        jdbc.execute(sql, (org.springframework.jdbc.core.PreparedStatementCallback<@Nullable Void>) statement -> {
            statement.setString(1, act);
            statement.setString(2, subjectKind);
            statement.setObject(3, subject, Types.OTHER);
            statement.setObject(4, child, Types.OTHER);
            var connection = statement.getConnection();
            statement.setArray(5, sections == null ? null : connection.createArrayOf("text", sections.toArray()));
            statement.setString(6, detail);
            statement.setArray(7, children == null ? null : connection.createArrayOf("uuid", children.toArray()));
            statement.execute();
            return null;
        });
    }

    private static String detail(Map<String, ?> detail) {
        detail.values().forEach(Ledger::refuseText);
        return JSON.writeValueAsString(detail);
    }

    private static void refuseText(@Nullable Object value) {
        if (value instanceof Iterable<?> many) {
            var all = new ArrayList<@Nullable Object>();
            many.forEach(all::add);
            all.forEach(Ledger::refuseText);
        } else if (value instanceof CharSequence text && !CODE.matcher(text).matches()) {
            throw new IllegalArgumentException("A ledger entry holds ids and codes, never names or notes");
        }
    }
}
