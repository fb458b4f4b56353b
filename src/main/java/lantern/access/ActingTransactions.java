package lantern.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import java.util.function.Supplier;
import lantern.platform.web.Rendering;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Starts every transaction with the question "who is this?", answered by the database from the thread's token. */
@Component
final class ActingTransactions implements TransactionExecutionListener {
    private static final Object ACTOR = new Object();
    private final JdbcClient db;

    ActingTransactions(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        if (Rendering.isGoingOn())
            throw new IllegalStateException(
                    "A page asks nothing while it is written out: read it before, in its transaction");
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        var bearer = Bearer.current();
        if (failure != null || bearer == null || !transaction.isNewTransaction()) return;
        try {
            begin(db, bearer.token(), bearer.purpose());
        } catch (RuntimeException e) {
            // A listener that throws would leave the connection bound to the thread. The first question asked of the
            // actor throws it instead.
            bind(e);
        }
    }

    static @Nullable Actor actor() {
        return switch (TransactionSynchronizationManager.getResource(ACTOR)) {
            case Acting acting -> acting.actor;
            case RuntimeException failed -> throw failed;
            case null, default -> null;
        };
    }

    /**
     * Who acts from here on in this transaction.
     *
     * @param before who acted until then, for {@link #back}
     * @param was the facts that held then, as the database kept them
     */
    private record Acting(
            Actor actor, @Nullable Acting before, @Nullable String was) {}

    static Actor begin(JdbcClient db, String token, String purpose) {
        var sql = "select * from ctx.begin(:token, :purpose)";
        var before = TransactionSynchronizationManager.getResource(ACTOR) instanceof Acting acting ? acting : null;
        var found = db.sql(sql)
                .param("token", token)
                .param("purpose", purpose)
                .query((row, n) -> new Acting(
                        new Actor(
                                row.getObject("authority", UUID.class),
                                row.getString("authority_code"),
                                row.getObject("agency", UUID.class),
                                row.getString("agency_code"),
                                row.getObject("team", UUID.class),
                                row.getObject("actor", UUID.class),
                                row.getString("actor_name"),
                                Actor.Kind.valueOf(row.getString("kind")),
                                row.getString("role"),
                                row.getString("role_title"),
                                row.getString("reach").equals("authority")
                                        ? Actor.Reach.AUTHORITY
                                        : Actor.Reach.INVOLVED,
                                permissions(
                                        (String[]) row.getArray("permissions").getArray()),
                                row.getObject("session", UUID.class),
                                row.getString("sections"),
                                row.getString("every_child")),
                        before,
                        row.getString("was")))
                .optional();
        if (found.isEmpty()) throw new NotSignedIn();
        bind(found.get());
        return found.get().actor;
    }

    /** Back to whoever acted before the last {@link #begin} of this transaction. */
    static void back(JdbcClient db) {
        if (!(TransactionSynchronizationManager.getResource(ACTOR) instanceof Acting acting) || acting.before == null)
            throw new NotSignedIn();
        db.sql("select ctx.back(:was)")
                .param("was", acting.was)
                .query((row, n) -> 1)
                .list();
        bind(acting.before);
    }

    /** Within {@code reading} the database takes the transaction for the agency's; the actor for the application stays who it is. */
    static <T> T readingAs(JdbcClient db, UUID agency, Supplier<T> reading) {
        var was = db.sql("select ctx.read_as(:agency)")
                .param("agency", agency)
                .query(String.class)
                .single();
        var read = reading.get();
        db.sql("select ctx.back(:was)").param("was", was).query((row, n) -> 1).list();
        return read;
    }

    private static void bind(Object actorOrFailure) {
        if (TransactionSynchronizationManager.hasResource(ACTOR))
            TransactionSynchronizationManager.unbindResource(ACTOR);
        else TransactionSynchronizationManager.registerSynchronization(new Forget());
        TransactionSynchronizationManager.bindResource(ACTOR, actorOrFailure);
    }

    private static EnumSet<Permission> permissions(String[] codes) {
        var permissions = EnumSet.noneOf(Permission.class);
        Arrays.stream(codes).map(Permission::of).forEach(permissions::add);
        return permissions;
    }

    /** The actor goes with the transaction; one that is suspended takes its actor along. */
    private static final class Forget implements TransactionSynchronization {
        private @Nullable Object suspended;

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(ACTOR);
        }

        @Override
        public void resume() {
            if (suspended != null) TransactionSynchronizationManager.bindResource(ACTOR, suspended);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ACTOR);
        }
    }
}
