package lantern.children.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * A child's flags, those removed too, and the form that raises one. {@code reviewing} is the flag that is
 * being looked at again; {@code owners} who can be made to look after a flag, nobody for who may only read.
 */
public record FlagsPage(
        Form form,
        UUID child,
        String name,
        String reference,
        List<Row> flags,
        @Nullable Row reviewing,
        Map<String, String> owners,
        LocalDate today)
        implements Page.WithForm {

    static final Map<String, String> DECISIONS = decisions();

    private static Map<String, String> decisions() {
        var decisions = new LinkedHashMap<String, String>();
        decisions.put("keep", "It is still needed");
        decisions.put("remove", "Remove it");
        return decisions;
    }

    public Map<String, String> decided() {
        return DECISIONS;
    }

    public record Row(
            UUID id,
            String text,
            @Nullable String owner,
            @Nullable LocalDate reviewOn,
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
        return reviewing == null ? "Flags" : "Review a flag";
    }

    @Override
    public String back() {
        return "/children/" + child + (reviewing == null ? "" : "/flags");
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
        var day = row.reviewOn();
        return day == null ? "No limit set" : London.day(day) + (day.isBefore(today) ? " (Overdue)" : "");
    }

    public String removal(Row row) {
        if (row.removedAt() == null) return "";
        return London.day(London.date(row.removedAt())) + (row.removedBy() == null ? "" : ", " + row.removedBy());
    }
}
