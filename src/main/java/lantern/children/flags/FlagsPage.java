package lantern.children.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * A child's flags, those removed too, and the form that raises one. {@code removing} is the flag whose
 * removal is being written; {@code owners} who can be made to look after a flag, nobody for who may only read.
 */
public record FlagsPage(
        Form form,
        UUID child,
        String name,
        String reference,
        List<Row> flags,
        @Nullable Row removing,
        Map<String, String> owners,
        LocalDate today)
        implements Page.WithForm {

    public record Row(
            UUID id,
            String text,
            @Nullable String owner,
            LocalDate reviewOn,
            Instant raisedAt,
            @Nullable Instant removedAt,
            @Nullable String removedBy,
            @Nullable String removedBecause) {
        public boolean standing() {
            return removedAt == null;
        }
    }

    @Override
    public String title() {
        return removing == null ? "Flags" : "Remove a flag";
    }

    @Override
    public String back() {
        return "/children/" + child + (removing == null ? "" : "/flags");
    }

    public boolean mayWrite() {
        return !owners.isEmpty();
    }

    public List<Row> standing() {
        return flags.stream().filter(Row::standing).toList();
    }

    public List<Row> removed() {
        return flags.stream().filter(row -> !row.standing()).toList();
    }

    public String review(Row row) {
        return London.day(row.reviewOn()) + (row.reviewOn().isBefore(today) ? " (Overdue)" : "");
    }

    public String removal(Row row) {
        if (row.removedAt() == null) return "";
        return London.day(London.date(row.removedAt())) + (row.removedBy() == null ? "" : ", " + row.removedBy());
    }
}
