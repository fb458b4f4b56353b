package lantern.intake.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.children.Candidate;
import lantern.children.ChildFacts;
import lantern.children.Matcher;
import lantern.intake.Said;
import lantern.intake.mailbox.Attachments;
import lantern.platform.web.Page;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.Form;
import lantern.timescales.Timescale;
import org.jspecify.annotations.Nullable;

/** One notification: what was received, who it may be, what was decided, and the clocks. */
public record NotificationPage(
        Form form,
        UUID id,
        String kind,
        String state,
        @Nullable String parkedBecause,
        Said said,
        String raw,
        SummaryList received,
        @Nullable ChildFacts child,
        @Nullable String followUp,
        @Nullable String rating,
        boolean wantsFeedback,
        Matcher.Found found,
        List<Timescale> clocks,
        List<Entry> history,
        boolean mayDecide,
        boolean mayAdd,
        String now,
        List<Attachments.Attachment> attached)
        implements Page.WithForm {

    /** One thing that was decided, sent or received about it, newest first. */
    public record Entry(String when, String what, @Nullable String words, String by) {}

    @Override
    public String title() {
        var name = child != null
                ? child.name()
                : said.child() == null ? "no name given" : said.child().name();
        return kindWords(kind) + ": " + name;
    }

    public List<Candidate> candidates() {
        return found.candidates();
    }

    @Override
    public String back() {
        return mayDecide ? "/inbox" : "/";
    }

    /** The message in one line, so that the candidates can be compared with it without scrolling. */
    public String inShort() {
        var about = said.child();
        var missing = said.missing();
        var born = about == null || about.dateOfBirth() == null ? null : "born " + London.day(about.dateOfBirth());
        var age = about == null || about.approximateAge() == null || born != null
                ? null
                : "aged about " + about.approximateAge();
        var seen = missing == null || missing.lastSeenPlace() == null ? null : "last seen: " + missing.lastSeenPlace();
        var risk = missing == null || missing.risk() == null ? null : "police risk: " + missing.risk();
        return Stream.of(born, age, seen, risk).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    public boolean linked() {
        return child != null;
    }

    public boolean waitingFound() {
        return Waits.why(kind, state) == Waits.FOUND;
    }

    public boolean endedWithoutAction() {
        return state.equals("no-action");
    }

    /** Somebody took the child: a crime in action (practice guidance v0.6), said before any form. */
    public boolean abduction() {
        var missing = said.missing();
        if (missing == null) return false;
        return Stream.concat(missing.concerns().stream(), Stream.of(missing.circumstances()))
                .filter(Objects::nonNull)
                .map(words -> words.toLowerCase(Locale.UK))
                .anyMatch(words -> words.contains("abduct") || words.contains("kidnap"));
    }

    public boolean workerToBeTold() {
        return child != null && child.hasAllocatedWorker() && child.open();
    }

    public static String percent(Candidate candidate) {
        var percent = (int) Math.floor(candidate.probability() * 100);
        return percent == 0 ? "under 1 %" : percent + " %";
    }

    /** The meter's value, a plain decimal number. */
    public static String meter(Candidate candidate) {
        return String.format(Locale.ROOT, "%.3f", candidate.probability());
    }

    public static String working(Candidate candidate) {
        return candidate.working().stream()
                .filter(each -> each.level() != Candidate.Level.MISSING)
                .map(each -> each.words() + String.format(Locale.ROOT, " %+.1f", each.weight()))
                .collect(Collectors.joining(", "));
    }

    public static String kindWords(String kind) {
        return switch (kind) {
            case "missing" -> "Missing";
            case "absent" -> "Absent";
            case "found" -> "Found";
            case "update" -> "Update";
            case "education-referral" -> "Education referral";
            case "public-report" -> "Public report";
            default -> "Concern";
        };
    }

    /** What the message said, line by line; what it did not say is left out. */
    static SummaryList summary(Said said, @Nullable Instant occurredAt, Instant reportedAt, Instant now, String from) {
        var list =
                new Lines(now).line("From", from).time("Happened", occurredAt).time("Reported", reportedAt);
        var reporter = said.reporter();
        if (reporter != null)
            list.line("Reporter", reporter.name())
                    .line("Relationship", reporter.relationship())
                    .line("Reporter's phone", reporter.phone())
                    .line("Reporter's email", reporter.email());
        var child = said.child();
        if (child != null)
            list.line("Family name", child.familyName())
                    .line("Given names", child.givenNames())
                    .line("Known as", child.knownAs())
                    .line("Date of birth", child.dateOfBirth() == null ? null : London.day(child.dateOfBirth()))
                    .line("Age, about", child.approximateAge() == null ? null : child.approximateAge() + " years")
                    .line("Sex", child.sex())
                    .line("Ethnicity", child.ethnicity())
                    .line(
                            "Identifiers",
                            joined(child.identifiers().entrySet().stream()
                                    .map(each -> each.getKey() + " " + each.getValue())))
                    .line(
                            "Addresses",
                            joined(child.addresses().stream()
                                    .map(each -> Stream.of(each.lines(), each.postcode(), each.kind())
                                            .filter(Objects::nonNull)
                                            .collect(Collectors.joining(", ")))))
                    .line("Phones", joined(child.phones().stream()))
                    .line("Description", child.description())
                    .line("Clothing", child.clothing())
                    .line("Social media", joined(child.accounts().stream()))
                    .line("Disability", child.disability())
                    .line("Medication", child.medication());
        missing(list, said.missing());
        var found = said.found();
        if (found != null)
            list.time("Found at", found.foundAt())
                    .line("Found where", found.foundPlace())
                    .line("Found by", found.foundBy())
                    .line("Returned to", found.returnedTo())
                    .line("Harm", found.harm())
                    .line("Safe and well check", found.safeAndWellCheck());
        return list.list;
    }

    private static void missing(Lines list, Said.@Nullable Missing missing) {
        if (missing == null) return;
        list.time("Last seen", missing.lastSeenAt())
                .line("Last seen where", missing.lastSeenPlace())
                .line("Last seen by", missing.lastSeenBy())
                .line("With whom", missing.lastSeenWith())
                .line("Transport", missing.transport())
                .line("Money", missing.money())
                .line("Missing from", missing.missingFrom())
                .line("Placement", missing.placementName())
                .line("Circumstances", missing.circumstances())
                .line("Police classification", missing.classification())
                .line("Police risk", missing.risk())
                .line(
                        "Out of character",
                        missing.outOfCharacter() == null ? null : missing.outOfCharacter() ? "Yes" : "No")
                .line("Danger to themselves or others", missing.danger())
                .line("Abuse or exploitation suspected", missing.exploitation())
                .line("Concerns", joined(missing.concerns().stream()))
                .line("Earlier episodes", missing.earlierEpisodes())
                .line("Checked before reporting", joined(missing.checks().stream()))
                .line("Police reference", missing.policeReference());
    }

    private static String joined(Stream<String> lines) {
        return lines.collect(Collectors.joining("; "));
    }

    private static final class Lines {
        private final Instant now;
        private SummaryList list = SummaryList.of();

        Lines(Instant now) {
            this.now = now;
        }

        Lines line(String key, @Nullable String value) {
            if (value != null && !value.isBlank()) list = list.row(key, Text.of(value));
            return this;
        }

        Lines time(String key, @Nullable Instant at) {
            return line(key, at == null ? null : London.when(at, now));
        }
    }
}
