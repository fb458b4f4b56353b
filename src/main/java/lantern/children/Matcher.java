package lantern.children;

import java.util.List;

/** Is this child already known? */
public interface Matcher {
    /** At most {@code limit} candidates of the actor's authority, most probable first. Bounded work whatever the register's size. */
    List<Candidate> candidates(Wanted wanted, int limit);
}
