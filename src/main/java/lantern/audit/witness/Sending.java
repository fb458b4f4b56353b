package lantern.audit.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Access;
import lantern.audit.head.Head;
import lantern.audit.head.LedgerFiles;
import lantern.audit.head.SealingKey;
import lantern.platform.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends each witness the heads it does not hold yet, in order, until it answers that it has them. The heads themselves are the outbox: what was taken is
 * a number, so nothing is lost when Lantern stops half way, and a witness may be sent the same head twice. The body is signed with the ledger's key.
 */
@Component
class Sending implements Job {
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Access access;
    private final Witnesses witnesses;
    private final LedgerFiles files;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Sending(Access access, Witnesses witnesses, LedgerFiles files, Clock clock) {
        this.access = access;
        this.witnesses = witnesses;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-witness";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        for (var authority : access.authorities()) {
            var due = Objects.requireNonNull(
                    access.asSystem(authority.id(), "send heads to witnesses", () -> witnesses.due(clock.instant())));
            for (var witness : due) send(authority, witness);
        }
    }

    private void send(Access.Authority authority, Witness witness) {
        var heads = Objects.requireNonNull(access.asSystem(
                authority.id(), "send heads to witnesses", () -> witnesses.headsAfter(witness.taken())));
        if (heads.isEmpty() || Thread.currentThread().isInterrupted()) return;
        try {
            var answer = post(authority.code(), URI.create(Objects.requireNonNull(witness.url())), heads);
            if (answer.statusCode() / 100 == 2) taken(authority.id(), witness, heads, answer.body());
            else failed(authority.id(), witness, "It answered " + answer.statusCode());
        } catch (IOException | IllegalArgumentException e) {
            failed(
                    authority.id(),
                    witness,
                    "It could not be reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> post(String authority, URI url, List<Head> heads)
            throws IOException, InterruptedException {
        var key = SealingKey.at(files.key());
        var body = Heads.json(authority, heads, List.of(key.published()));
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Lantern-Key", key.published().id())
                .header("Lantern-Signature", key.signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void taken(UUID authority, Witness witness, List<Head> heads, String answer) {
        var now = clock.instant();
        var more = heads.size() == Witnesses.HEADS_AT_ONCE;
        access.<@Nullable Void>asSystem(authority, "send heads to witnesses", () -> {
            var last = heads.getLast();
            witnesses.answered(
                    witness.id(), last.number(), last.hash(), true, answer, now, more ? now : now.plus(PAUSE));
            return null;
        });
    }

    private void failed(UUID authority, Witness witness, String what) {
        var pause = PAUSE.multipliedBy(1L << Math.min(witness.failures(), 6));
        var next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        access.<@Nullable Void>asSystem(authority, "send heads to witnesses", () -> {
            witnesses.failed(witness.id(), what, next);
            return null;
        });
    }
}
