package lantern.children.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lantern.calendar.London;
import lantern.children.Candidate;
import lantern.children.Candidate.Level;
import lantern.children.Matcher;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The search box and who was found, most probable first, each with the reasons in words. */
public record SearchPage(
        String q,
        boolean asked,
        List<Candidate> found,
        int hidden,
        List<Referred> referred,
        boolean mayAdd,
        boolean mayOpen)
        implements Page {
    /** What has the typed reference, and on whose record. */
    public record Referred(
            UUID child, String name, String words, @Nullable String link) {}

    @Override
    public String title() {
        return "Find a child";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String unseen() {
        return Matcher.Found.unseenWords(hidden);
    }

    public String openPath() {
        return "/children/break-glass?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    public String heading() {
        return switch (found.size()) {
            case 0 -> referred.isEmpty() ? "No record that you can see matches" : "Found by its reference";
            case 1 -> "1 record may match";
            default -> found.size() + " records may match, most probable first";
        };
    }

    public String born(Candidate child) {
        return child.dateOfBirth() == null
                ? "Not known"
                : London.day(child.dateOfBirth()).substring(4);
    }

    public String status(Candidate child) {
        var care = child.lookedAfter() ? "Looked after, " : "";
        return care
                + (child.open() ? "open" : "closed")
                + (child.workerName() == null ? ", no allocated worker" : ", " + child.workerName());
    }

    public String likely(Candidate child) {
        var probability = child.probability();
        return probability >= 0.99
                ? "Very likely"
                : probability >= 0.8 ? "Likely" : probability >= 0.2 ? "Possible" : "Less likely";
    }

    /** What was compared and how it came out; what is not known on one side is left out. */
    public String why(Candidate child) {
        return child.working().stream()
                .filter(each -> each.level() != Level.MISSING)
                .map(Candidate.Compared::words)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
