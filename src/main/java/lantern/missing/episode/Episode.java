package lantern.missing.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One incident, however short (practice guidance v0.6, February 2016): open, then located (found, not yet back), then returned,
 * then closed; or merged into another that records the same absence; or void, when it was recorded for the wrong child. A stage
 * has only the moves it allows. Times are when things happened, never when they were typed, and never in the future.
 */
public sealed interface Episode {
    UUID id();

    UUID child();

    Instant missingSince();

    /** The word the database and the API use for the stage. */
    String stage();

    /** Which of its times a correction is about. */
    enum Time {
        MISSING_SINCE,
        FOUND,
        RETURNED
    }

    /** The same stage with one time put right; the order of the times is kept. */
    Episode correct(Time which, Instant at, Instant now);

    static Open open(UUID id, UUID child, @Nullable LocalDate born, Instant missingSince, Instant now) {
        notInFuture(missingSince, now, "missing-since");
        if (born != null && missingSince.isBefore(London.startOf(born)))
            throw new Refused("The child cannot go missing before they were born: check the date", "missing-since");
        return new Open(id, child, missingSince);
    }

    record Open(UUID id, UUID child, Instant missingSince) implements Episode {
        @Override
        public String stage() {
            return "open";
        }

        public Located locate(Instant at, Instant now) {
            notInFuture(at, now, "found-at");
            foundAfterMissing(missingSince, at, "found-at");
            return new Located(id, child, missingSince, at);
        }

        @Override
        public Open correct(Time which, Instant at, Instant now) {
            if (which != Time.MISSING_SINCE) throw notRecorded(which);
            notInFuture(at, now, "corrected-at");
            return new Open(id, child, at);
        }
    }

    /** Found and not yet back where the child belongs. */
    record Located(UUID id, UUID child, Instant missingSince, Instant locatedAt) implements Episode {
        @Override
        public String stage() {
            return "located";
        }

        public Returned comeBack(Instant at, Instant now) {
            notInFuture(at, now, "returned-at");
            returnedAfterFound(locatedAt, at, "returned-at");
            return new Returned(id, child, missingSince, locatedAt, at);
        }

        /** The found report was about somebody else: the child is still missing. */
        public Open notFoundAfterAll() {
            return new Open(id, child, missingSince);
        }

        @Override
        public Located correct(Time which, Instant at, Instant now) {
            notInFuture(at, now, "corrected-at");
            var right =
                    switch (which) {
                        case MISSING_SINCE -> new Located(id, child, at, locatedAt);
                        case FOUND -> new Located(id, child, missingSince, at);
                        case RETURNED -> throw notRecorded(which);
                    };
            foundAfterMissing(right.missingSince, right.locatedAt, "corrected-at");
            return right;
        }
    }

    record Returned(UUID id, UUID child, Instant missingSince, Instant locatedAt, Instant returnedAt)
            implements Episode {
        @Override
        public String stage() {
            return "returned";
        }

        /**
         * @param stillToTell everyone who was told that the child was missing and not yet told that the child is back, in words;
         *     counts only for a looked after child (spec: missing.md, States)
         */
        public Closed close(boolean interviewResolved, boolean lookedAfter, List<String> stillToTell, Instant now) {
            if (!interviewResolved)
                throw new Refused("Record what became of the return interview first: held, declined, could not be done,"
                        + " or covered by another");
            if (lookedAfter && !stillToTell.isEmpty())
                throw new Refused("First record that these were told the child is back: "
                        + String.join(", ", stillToTell)
                        + ". They were told that the child was missing.");
            return new Closed(id, child, missingSince, locatedAt, returnedAt, now);
        }

        public Open notFoundAfterAll() {
            return new Open(id, child, missingSince);
        }

        public Located notBackAfterAll() {
            return new Located(id, child, missingSince, locatedAt);
        }

        @Override
        public Returned correct(Time which, Instant at, Instant now) {
            notInFuture(at, now, "corrected-at");
            var right =
                    switch (which) {
                        case MISSING_SINCE -> new Returned(id, child, at, locatedAt, returnedAt);
                        case FOUND -> new Returned(id, child, missingSince, at, returnedAt);
                        case RETURNED -> new Returned(id, child, missingSince, locatedAt, at);
                    };
            foundAfterMissing(right.missingSince, right.locatedAt, "corrected-at");
            returnedAfterFound(right.locatedAt, right.returnedAt, "corrected-at");
            return right;
        }
    }

    record Closed(UUID id, UUID child, Instant missingSince, Instant locatedAt, Instant returnedAt, Instant closedAt)
            implements Episode {
        @Override
        public String stage() {
            return "closed";
        }

        @Override
        public Closed correct(Time which, Instant at, Instant now) {
            var right = new Returned(id, child, missingSince, locatedAt, returnedAt).correct(which, at, now);
            return new Closed(id, child, right.missingSince(), right.locatedAt(), right.returnedAt(), closedAt);
        }
    }

    record Merged(UUID id, UUID child, Instant missingSince, UUID into) implements Episode {
        @Override
        public String stage() {
            return "merged";
        }

        @Override
        public Merged correct(Time which, Instant at, Instant now) {
            throw new Refused("This episode was merged into another: correct that one, or undo the merge first");
        }
    }

    /** Recorded for the wrong child, or in error; kept, with its trail. */
    record Void(UUID id, UUID child, Instant missingSince) implements Episode {
        @Override
        public String stage() {
            return "void";
        }

        @Override
        public Void correct(Time which, Instant at, Instant now) {
            throw new Refused("This episode was recorded in error and is kept as it was");
        }
    }

    private static void foundAfterMissing(Instant missingSince, Instant at, String field) {
        if (at.isBefore(missingSince))
            throw new Refused("The child cannot be located before they went missing: check both times", field);
    }

    private static void returnedAfterFound(Instant locatedAt, Instant at, String field) {
        if (at.isBefore(locatedAt))
            throw new Refused("The child cannot return before they were found: check both times", field);
    }

    /** Refuses a time that has not come yet, with the field it was typed into. */
    static void notInFuture(Instant at, Instant now, String field) {
        if (at.isAfter(now)) throw new Refused("The time is in the future: give the time it happened", field);
    }

    private static Refused notRecorded(Time which) {
        return new Refused(
                which == Time.FOUND
                        ? "There is no found time to correct: record where the child was found first"
                        : "There is no return to correct: record the return first");
    }
}
