package lantern.timescales;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clocks. A fact recorded elsewhere is told here in the same transaction; nobody ticks a clock. The caller holds the
 * lock of its own subject (the episode's row), so that two facts about one subject come one after the other.
 */
public class Timescales {

    /** One event; starts, meets and cancels whatever the standards in force say. At most three statements. */
    public void happened(
            String event, Subject subject, @Nullable UUID child, Instant at, Set<String> facts, Owner... owners) {
        happened(List.of(new Happened(event, at)), subject, child, facts, owners);
    }

    /** Several events of one subject recorded together (an episode opened: opened, missing since), for the same cost. */
    public void happened(
            List<Happened> events, Subject subject, @Nullable UUID child, Set<String> facts, Owner... owners) {
        throw new UnsupportedOperationException("the database part follows");
    }

    /** The latest such event of the subject happened at another time: its clocks are recomputed, the trail keeps both. */
    public void correct(String event, Subject subject, Instant newAt, String why) {
        throw new UnsupportedOperationException("the database part follows");
    }

    /** The latest such event of the subject did not happen after all (a merge undone): its clocks are as if it had not. */
    public void retract(String event, Subject subject, String why) {
        throw new UnsupportedOperationException("the database part follows");
    }

    /** The child of a subject became known, or (null) was unlinked: the subject's timescales follow. */
    public void belongsTo(Subject subject, @Nullable UUID child) {
        throw new UnsupportedOperationException("the database part follows");
    }

    /** A worker was allocated: the child's open timescales of that role now belong to the team or person. */
    public void allocated(UUID child, Owner owner) {
        throw new UnsupportedOperationException("the database part follows");
    }

    /** A named role decides, with a reason, that this timescale need not be met. */
    public void waive(UUID timescale, String role, String reason) {
        throw new UnsupportedOperationException("the database part follows");
    }

    /** A manager moves an open timescale to the version of its standard that is in force now, with a reason. */
    public void rebase(UUID timescale, String reason) {
        throw new UnsupportedOperationException("the database part follows");
    }

    /** The timescales of one subject: open ones first, late before due. */
    public List<Timescale> of(Subject subject) {
        throw new UnsupportedOperationException("the database part follows");
    }

    /** The timescales of one child, open ones first, late before due. */
    public List<Timescale> ofChild(UUID child) {
        throw new UnsupportedOperationException("the database part follows");
    }
}
