package lantern.children.breakglass;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** The list of emergency openings and the page of one. */
public final class OpeningPages {
    private OpeningPages() {}

    /** @param children names of those that the reader sees */
    public record All(List<Opening> openings, Map<UUID, String> children, Names.Called called, Instant now)
            implements Page {
        @Override
        public String title() {
            return "Emergency openings";
        }

        @Override
        public boolean wide() {
            return true;
        }

        public String who(Opening opening) {
            return Objects.requireNonNullElse(called.name(opening.person()), "Not known");
        }

        public String child(Opening opening) {
            return children.getOrDefault(opening.child(), "A record you cannot see");
        }

        public String when(Opening opening) {
            return London.when(opening.startsAt(), now);
        }

        public String review(Opening opening) {
            return Objects.requireNonNullElse(opening.found(), "Not reviewed");
        }
    }

    /** @param child null when the reader does not see the child */
    public record One(
            Form form, Opening opening, @Nullable String child, Names.Called called, boolean mayReview, Instant now)
            implements Page.WithForm {
        @Override
        public String title() {
            return "A record was opened in an emergency";
        }

        @Override
        public @Nullable String back() {
            return mayReview ? "/break-glass" : null;
        }

        public String who() {
            var name = called.name(opening.person());
            var agency = called.agency(opening.person());
            return (name == null ? "Not known" : name) + (agency == null ? "" : ", " + agency);
        }

        public String when() {
            return London.when(opening.startsAt(), now) + ", until " + London.when(opening.endsAt(), now);
        }

        public @Nullable String reviewed() {
            var at = opening.reviewedAt();
            if (at == null) return null;
            var by = called.name(opening.reviewedBy());
            return opening.found() + " (" + London.when(at, now) + (by == null ? "" : ", " + by) + ")";
        }

        public Map<String, String> outcomes() {
            return Opening.OUTCOMES;
        }
    }
}
