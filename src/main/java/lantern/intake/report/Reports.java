package lantern.intake.report;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lantern.access.Access;
import lantern.intake.LinkSigning;
import lantern.intake.LinkSigning.Held;
import lantern.intake.form.RecordNotification;
import lantern.intake.form.RecordPage;
import lantern.intake.handout.ReportLinks;
import lantern.intake.notification.NotificationReader;
import lantern.intake.notification.Notifications;
import lantern.intake.notification.Reading;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.platform.jobs.Job;
import lantern.platform.web.forms.FieldError;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody without an account does: begin with a link or code, answer, send. Lantern itself acts for them, each time in a transaction of its own. */
@Component
class Reports implements Job {
    private static final int BEGUN_AN_HOUR = 30;
    private static final int GUESSES_AN_HOUR = 30;
    private static final int SENT_AN_HOUR = 120;
    private static final Duration UNSENT = Duration.ofDays(1);
    private static final String PURPOSE = "a report without an account";

    private final Access access;
    private final JdbcClient db;
    private final LinkSigning signing;
    private final ReportLinks links;
    private final Drafts drafts;
    private final Notifications notifications;
    private final Clock clock;

    Reports(
            Access access,
            JdbcClient db,
            LinkSigning signing,
            ReportLinks links,
            Drafts drafts,
            Notifications notifications,
            Clock clock) {
        this.access = access;
        this.db = db;
        this.signing = signing;
        this.links = links;
        this.drafts = drafts;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** A report that is going on: what the browser keeps leads here. */
    record Going(ReportLinks.ReportLink link, Drafts.Draft draft) {}

    /** The link, when it is ours and open. */
    Optional<ReportLinks.ReportLink> link(String token) {
        return signing.read(token).flatMap(this::open);
    }

    /** The link of a code; guesses are counted by where they come from. */
    Optional<ReportLinks.ReportLink> byCode(String code, String network) {
        take("guess " + network, GUESSES_AN_HOUR);
        return db.sql("select authority_id, id from intake.report_link_by_code(:hash)")
                .param("hash", signing.hash(code))
                .query((row, n) -> new Held(row.getObject("authority_id", UUID.class), row.getObject("id", UUID.class)))
                .optional()
                .flatMap(this::open);
    }

    private Optional<ReportLinks.ReportLink> open(Held held) {
        if (access.authorities().stream().noneMatch(each -> each.id().equals(held.authority())))
            return Optional.empty();
        return Objects.requireNonNull(access.asSystem(held.authority(), PURPOSE, () -> links.find(held.link())))
                .filter(link -> link.open(clock.instant()));
    }

    /** Begins a report: what the browser is to keep. */
    String begin(ReportLinks.ReportLink link, String network) {
        take("begin " + network, BEGUN_AN_HOUR);
        var secret = Drafts.secret();
        var id = Ids.next();
        access.<@Nullable Void>asSystem(link.authority(), PURPOSE, () -> {
            drafts.begin(link.authority(), id, link.id(), secret);
            return null;
        });
        return link.authority() + "." + id + "." + secret;
    }

    Optional<Going> going(@Nullable String kept) {
        var parts = parts(kept);
        if (parts == null) return Optional.empty();
        return Objects.requireNonNull(access.asSystem(parts.authority, PURPOSE, () -> find(parts)));
    }

    private Optional<Going> find(Parts parts) {
        return drafts.find(parts.id, parts.secret)
                .flatMap(draft -> links.find(draft.link()).map(link -> new Going(link, draft)))
                .filter(going -> going.draft.sent() || going.link.open(clock.instant()));
    }

    private record Parts(UUID authority, UUID id, String secret) {}

    private @Nullable Parts parts(@Nullable String kept) {
        if (kept == null || !kept.matches("[0-9a-f-]{36}\\.[0-9a-f-]{36}\\.[\\w-]{32}")) return null;
        var parts = kept.split("\\.");
        var authority = UUID.fromString(parts[0]);
        var known = access.authorities().stream().anyMatch(each -> each.id().equals(authority));
        return known ? new Parts(authority, UUID.fromString(parts[1]), parts[2]) : null;
    }

    /** Keeps the answers of one page. What is wrong with them, if anything: then they are kept too, but the page is shown again. */
    List<FieldError> answer(Going going, Step step, Map<String, List<String>> typed) {
        var answers = new LinkedHashMap<>(going.draft.answers());
        for (var field : step.fields) answers.put(field, typed.getOrDefault(field, List.of()));
        answers.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        var wrong = wrong(step, answers);
        if (!wrong.isEmpty()) return wrong;
        access.<@Nullable Void>asSystem(going.link.authority(), PURPOSE, () -> {
            drafts.keep(going.draft.id(), answers);
            return null;
        });
        return List.of();
    }

    private List<FieldError> wrong(Step step, Map<String, List<String>> answers) {
        if (step == Step.ABOUT && !Step.KINDS.contains(Step.first(answers, "kind")))
            return List.of(new FieldError("kind", "Choose what you want to report"));
        if (step == Step.CHILD && Step.first(answers, "familyName").isBlank())
            return List.of(new FieldError("familyName", "Enter the family name, or Not known"));
        if (step == Step.CHECKS && !RecordPage.CHECKS.containsAll(answers.getOrDefault("checks", List.of())))
            return List.of(new FieldError("checks", "Choose from the list"));
        var whole = new LinkedHashMap<>(answers);
        whole.putIfAbsent("familyName", List.of("Not known"));
        whole.putIfAbsent("kind", List.of("missing"));
        var mine = new HashSet<>(step.fields);
        return problems(whole, "not yet sent").stream()
                .filter(error -> error.field() != null && mine.contains(error.field()))
                .toList();
    }

    private List<FieldError> problems(Map<String, List<String>> answers, String reference) {
        try {
            var body = new RecordNotification(answers).message("Web form", reference, clock.instant());
            return NotificationReader.read(body, "web-form", clock.instant()) instanceof Reading.Invalid(var problems)
                    ? RecordNotification.errors(problems).errors()
                    : List.of();
        } catch (FormErrors e) {
            return e.errors();
        }
    }

    /** Sends it: the reference. A second press gives the same. */
    String send(Going going) {
        take("send " + going.link.id(), SENT_AN_HOUR);
        return Objects.requireNonNull(access.asSystem(going.link.authority(), PURPOSE, () -> {
            var kept = new Going(going.link, drafts.again(going.draft.id()));
            if (kept.draft.sent()) return kept.draft.reference();
            var answers = new LinkedHashMap<>(kept.draft.answers());
            answers.putIfAbsent("reporterRelationship", List.of(relationship(kept.link)));
            if (Step.first(answers, "taken").equals("yes")) {
                var concerns = new ArrayList<>(answers.getOrDefault("concerns", List.of()));
                concerns.add("Abduction: the reporter thinks that somebody has taken the child");
                answers.put("concerns", List.of(String.join("\n", concerns)));
            }
            var body = new RecordNotification(answers)
                    .message(kept.link.source(), kept.draft.reference(), clock.instant());
            if (!(NotificationReader.read(body, "web-form", clock.instant()) instanceof Reading.Read(var message)))
                throw new Refused("Look through your answers again: one of them cannot be read");
            var lantern = Objects.requireNonNull(access.actorOrNull());
            var receipt = notifications.receive(lantern, kept.link.agency(), message);
            // Anybody may have typed it, so which child it is a person decides.
            if (receipt.first()) notifications.follow(receipt, kept.link.agency(), message, false);
            drafts.sent(kept.draft.id());
            return kept.draft.reference();
        }));
    }

    /** Where the same link begins another report. */
    String again(Going going) {
        return links.path(going.link);
    }

    void discard(Going going) {
        access.<@Nullable Void>asSystem(going.link.authority(), PURPOSE, () -> {
            drafts.discard(going.draft.id());
            return null;
        });
    }

    private static String relationship(ReportLinks.ReportLink link) {
        return switch (link.forWhom()) {
            case "home" -> "Children's home";
            case "carer" -> "Parent or carer";
            case "school" -> "School or college";
            default -> "Member of the public";
        };
    }

    private void take(String what, int anHour) {
        var taken = db.sql("select intake.take_report(:key, :hour)")
                .param("key", signing.counted(what))
                .param("hour", anHour)
                .query(Boolean.class)
                .single();
        if (!taken)
            throw Refused.tooMany(
                    "Too many reports came from here. If a child is in danger, phone 999. Otherwise phone the hub, or try again in some minutes.");
    }

    @Override
    public String name() {
        return "unsent-reports";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** What was typed and not sent is of a child and of nobody's record: it does not stay. */
    @Override
    public void run() {
        for (var authority : access.authorities())
            access.asSystem(
                    authority.id(),
                    "forget unsent reports",
                    () -> db.sql("select intake.forget_old_reports(:before)")
                            .param("before", clock.instant().minus(UNSENT).atOffset(java.time.ZoneOffset.UTC))
                            .query((row, n) -> 1)
                            .list());
    }
}
