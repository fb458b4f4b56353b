package lantern.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * May they? The one place that asks. Every handler's first line is {@link #require}; which rows they then see is decided by
 * the database's policies from the same session.
 */
@Component
public final class Access {
    private static final String READER = Access.class.getName();
    private static final String REFUSED = READER + ".refused";

    private final JdbcClient db;
    private final TransactionTemplate apart;
    private final SystemTokens systemTokens;

    Access(JdbcClient db, PlatformTransactionManager transactions, SystemTokens systemTokens) {
        this.db = db;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.systemTokens = systemTokens;
    }

    /**
     * The actor of this transaction, who has the permission.
     *
     * @throws NotSignedIn when no live session or token stands behind the request
     * @throws Refused (403) when the actor's role or scope does not include the permission
     */
    public Actor require(Permission permission) {
        var actor = actor();
        if (!actor.may(permission)) {
            noteRefusal(permission);
            throw Refused.notAllowed(
                    "Your role (" + actor.roleTitle() + ") does not include this. Ask your manager if it should.");
        }
        return actor;
    }

    /** The actor of this transaction, whatever they may do: for pages that everyone signed in has. */
    public Actor actor() {
        var actor = ActingTransactions.actor();
        if (actor == null) throw new NotSignedIn();
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) request.setAttribute(READER, actor, RequestAttributes.SCOPE_REQUEST);
        return actor;
    }

    /** Who asked for the page, after the transaction that said so has ended; null when nobody was asked for. */
    public static @Nullable Actor actorOf(HttpServletRequest request) {
        return (Actor) request.getAttribute(READER);
    }

    public @Nullable Actor actorOrNull() {
        return ActingTransactions.actor();
    }

    /**
     * Goes on in the same transaction as Lantern itself, for what follows from a fact and not from its sender's rights: matching,
     * opening an episode, starting clocks. The ledger then names Lantern as the actor of those entries.
     */
    public Actor continueAsSystem(String purpose) {
        var authority = actor();
        return ActingTransactions.begin(db, systemTokens.of(authority.authorityCode()), purpose);
    }

    /** Back to whoever the request is from, after {@link #continueAsSystem}, in the same transaction. */
    void continueAsBearer() {
        ActingTransactions.back(db);
    }

    /**
     * Reads as an agency of the same authority would, under its policies and sharing agreements, and comes back: for showing somebody what another may
     * see. Nothing can be written meanwhile, the ledger neither.
     */
    public <T> T readAs(UUID agency, Supplier<T> reading) {
        actor();
        return ActingTransactions.readingAs(db, agency, reading);
    }

    /** Runs a job's work in a transaction of its own as the authority's system actor. */
    public <T extends @Nullable Object> T asSystem(UUID authority, String purpose, Supplier<T> work) {
        var code = authorities().stream()
                .filter(each -> each.id().equals(authority))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such authority"))
                .code();
        return Bearer.with(systemTokens.of(code), purpose, () -> apart.execute(status -> work.get()));
    }

    public List<Authority> authorities() {
        return db.sql("select id, code from access.authorities()")
                .query((row, n) -> new Authority(row.getObject("id", UUID.class), row.getString("code")))
                .list();
    }

    /** An authority (tenant): its id and its code, which is also the first part of an agency code. */
    public record Authority(UUID id, String code) {}

    // A refusal must outlive the transaction that it rolls back. That transaction still holds its connection, and
    // asking for another meanwhile
    // could leave everybody waiting for everybody: so it is written when the transaction has ended.
    private void noteRefusal(Permission permission) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) recordRefusal(permission);
        else request.setAttribute(REFUSED, permission, RequestAttributes.SCOPE_REQUEST);
    }

    /** Writes the refusal that ended this request, if one did. */
    void recordRefusal(HttpServletRequest request) {
        if (request.getAttribute(REFUSED) instanceof Permission permission) {
            request.removeAttribute(REFUSED);
            recordRefusal(permission);
        }
    }

    private void recordRefusal(Permission permission) {
        var sql =
                "select audit.write('refused', 'permission', null, null, null, jsonb_build_object('permission', :permission::text))";
        apart.executeWithoutResult(status -> db.sql(sql)
                .param("permission", permission.code())
                .query((row, n) -> 1)
                .list());
    }
}
