package lantern.platform.jobs;

import java.time.Duration;

/**
 * Something that is done again and again, implemented as a Spring component. A run may be cut short or repeated, so it works in
 * small transactions and does each thing once by a key of its own.
 */
public interface Job {
    /** A code that stays the same for ever: the database knows the job by it. */
    String name();

    Duration every();

    void run();
}
