package lantern.audit.seal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Calls the sealer about every second while Lantern runs. Not a job of the scheduler: it must go on when the jobs' tables are in trouble. */
final class Sealing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Sealer sealer;
    private volatile @Nullable Thread thread;
    private String trouble = "";

    Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("sealing").start(this::seal);
    }

    private void seal() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sealer.pass();
                if (!trouble.isEmpty()) LOG.info("The ledger is being sealed again");
                trouble = "";
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.sql.SQLException | RuntimeException e) {
                tell(e);
                rest();
            }
        }
    }

    /** Entries go on being written and wait; the same trouble is told once. */
    private void tell(Exception e) {
        var now = String.valueOf(e.getMessage());
        if (!now.equals(trouble)) LOG.error("The ledger cannot be sealed at present: {}", now, e);
        trouble = now;
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) return;
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
