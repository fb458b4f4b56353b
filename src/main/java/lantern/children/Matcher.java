package lantern.children;

import java.util.List;

/** Is this child already known? */
public interface Matcher {
    /** At most {@code limit} candidates of the actor's authority, most probable first. Bounded work whatever the register's size. */
    Found find(Wanted wanted, int limit);

    default List<Candidate> candidates(Wanted wanted, int limit) {
        return find(wanted, limit).candidates();
    }

    /** Whom the actor may see, and how many more may match whom they may not: the hub manager knows more of those. */
    record Found(List<Candidate> candidates, int unseen) {
        public static final Found NOBODY = new Found(List.of(), 0);

        public static String unseenWords(int unseen) {
            return unseen == 1
                    ? "A record you cannot see may match: contact the hub manager"
                    : unseen + " records you cannot see may match: contact the hub manager";
        }
    }
}
