package lantern.timescales;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lantern.access.Access;
import lantern.audit.Ledger;
import lantern.calendar.London;
import lantern.platform.Ids;
import lantern.platform.Refused;
import lantern.timescales.clock.Decisions;
import lantern.timescales.clock.Fact;
import lantern.timescales.clock.Kept;
import lantern.timescales.clock.Shown;
import lantern.timescales.clock.SubjectRows;
import lantern.timescales.clock.Turn;
import lantern.timescales.force.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks. A fact recorded elsewhere is told here in the same transaction; nobody ticks a clock. The caller holds the
 * lock of its own subject (the episode's row), so that two facts about one subject come one after the other.
 */
@Component
@Transactional
public class Timescales {
    private final SubjectRows rows;
    private final Decisions decisions;
    private final Shown shown;
    private final InForce inForce;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    Timescales(
            SubjectRows rows,
            Decisions decisions,
            Shown shown,
            InForce inForce,
            Access access,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.decisions = decisions;
        this.shown = shown;
        this.inForce = inForce;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** One event; starts, meets and cancels whatever the standards in force say. At most three statements. */
    public void happened(
            String event, Subject subject, @Nullable UUID child, Instant at, Set<String> facts, Owner... owners) {
        happened(List.of(new Happened(event, at)), subject, child, facts, owners);
    }

    /**
     * Several events of one subject recorded together (an episode opened: opened, missing since), for the same cost. Only a
     * report that is older than what had met or cancelled a clock costs a fourth statement: it leaves a line in the trail.
     *
     * @param owners who stands behind a role for this child: {@code social-worker} gives the allocated worker and their team
     */
    public void happened(
            List<Happened> events, Subject subject, @Nullable UUID child, Set<String> facts, Owner... owners) {
        requireKnown(events.stream().map(Happened::event).toList(), facts);
        var actor = access.actor();
        var rules = inForce.of(actor.authority());
        if (events.stream().noneMatch(each -> rules.concerns(each.event()))) return;
        var now = now();
        var told = events.stream()
                .map(each -> new Fact(Ids.next(), each.event(), each.at().truncatedTo(MICROS), Set.copyOf(facts)))
                .toList();
        var known = rows.note(actor, subject, child, told, now);
        var fresh = Turn.counted(told, known.facts());
        var all = new ArrayList<>(known.facts());
        all.addAll(fresh);
        var turn = new Turn(rules, all, known.clocks());
        var starts = turn.starts(fresh, child);
        rows.start(
                actor,
                subject,
                starts.stream()
                        .map(start -> new SubjectRows.Start(
                                start.version(),
                                start.kept(),
                                owner(owners, start.version().standard().owner()),
                                team(owner(owners, "social-worker"))))
                        .toList(),
                now);
        var changed = turn.changes(fresh);
        rows.save(actor, changed);
        var older = changed.stream().filter(kept -> ended(kept, known.clocks())).toList();
        if (!older.isEmpty())
            rows.trail(actor, "late-report", known.clocks(), older, "A report of something earlier arrived", now);
    }

    /** The latest such event of the subject happened at another time: its clocks are recomputed, the trail keeps both. */
    public void correct(String event, Subject subject, Instant newAt, String why) {
        recompute(event, subject, newAt.truncatedTo(MICROS), "corrected", why);
    }

    /** The latest such event of the subject did not happen after all (a merge undone): its clocks are as if it had not. */
    public void retract(String event, Subject subject, String why) {
        recompute(event, subject, null, "retracted", why);
    }

    private void recompute(String event, Subject subject, @Nullable Instant newAt, String kind, String why) {
        requireKnown(List.of(event), Set.of());
        var actor = access.actor();
        var known = rows.of(actor, subject);
        var last = known.facts().stream()
                .filter(fact -> fact.event().equals(event))
                .max(Comparator.comparing(Fact::at).thenComparing(Fact::id));
        // An event that no standard names is not kept, so there is nothing that could change.
        if (last.isEmpty()) return;
        var old = last.get();
        var now = now();
        var facts = new ArrayList<>(known.facts());
        facts.remove(old);
        Map<UUID, UUID> became = Map.of();
        if (newAt != null) {
            var corrected = new Fact(Ids.next(), event, newAt, old.holding());
            facts.add(corrected);
            became = Map.of(old.id(), corrected.id());
            rows.replace(actor, subject, old, corrected, why, now);
        } else {
            rows.replace(actor, subject, old, null, why, now);
        }
        var turn = new Turn(inForce.of(actor.authority()), facts, known.clocks());
        var changed = turn.recompute(became, rows.sent(actor, subject), now, why);
        rows.save(actor, changed);
        if (!changed.isEmpty()) rows.trail(actor, kind, known.clocks(), changed, why, now);
        ledger.act("timescales." + kind, subject.kind(), subject.id(), child(known.clocks()), Map.of("event", event));
    }

    /** The child of a subject became known, or (null) was unlinked: the subject's timescales follow. */
    public void belongsTo(Subject subject, @Nullable UUID child) {
        decisions.belongsTo(access.actor(), subject, child);
    }

    /** A worker was allocated: the child's open timescales of that role now belong to the team or person. */
    public void allocated(UUID child, Owner owner) {
        decisions.allocated(access.actor(), child, owner);
    }

    /** The acting role decides, with a reason, that this timescale need not be met. */
    public void waive(UUID timescale, String reason) {
        requireReason(reason);
        var actor = access.actor();
        var row = decisions.find(actor, timescale).orElseThrow(Refused::notFound);
        if (row.kept().waived() || !row.kept().reckoning().open())
            throw new Refused("This timescale has ended: there is nothing left to waive");
        decisions.waive(actor, timescale, reason.strip(), now());
        rows.trail(actor, "waived", List.of(row.kept()), List.of(row.kept()), reason.strip(), now());
        ledger.act("timescales.waived", "timescale", timescale, row.kept().child());
    }

    /** A manager moves an open timescale to the version of its standard that is in force now, with a reason. */
    public void rebase(UUID timescale, String reason) {
        requireReason(reason);
        var actor = access.actor();
        var row = decisions.find(actor, timescale).orElseThrow(Refused::notFound);
        var rules = inForce.of(actor.authority());
        if (row.kept().waived() || !row.kept().reckoning().open())
            throw new Refused("This timescale has ended: it keeps the standard that applied to it");
        var version = rules.inForce(row.standard(), London.date(now()))
                .orElseThrow(() -> new Refused("This standard is no longer in force, so there is no newer number"));
        if (version.id().equals(row.kept().version()))
            throw new Refused("This timescale already runs by the number that is in force");
        var known = rows.of(actor, row.subject());
        var sent = rows.sent(actor, row.subject()).getOrDefault(timescale, Set.of());
        var rebased = new Turn(rules, known.facts(), known.clocks()).rebased(row.kept(), version, sent);
        if (rebased == null) throw new Refused("What started this timescale was taken back: it cannot be moved");
        rows.save(actor, List.of(rebased));
        rows.trail(actor, "rebased", List.of(row.kept()), List.of(rebased), reason.strip(), now());
        ledger.act("timescales.rebased", "timescale", timescale, row.kept().child());
    }

    /** The timescales of one subject: open ones first, late before due. */
    public List<Timescale> of(Subject subject) {
        return ofAll(List.of(subject.id()));
    }

    /** The timescales of several subjects (the episodes of a list) with one query, open ones first, late before due. */
    public List<Timescale> ofAll(Collection<UUID> subjects) {
        var actor = access.actor();
        return shown.ofSubjects(actor, inForce.of(actor.authority()), subjects, now());
    }

    /** The timescales of one child, open ones first, late before due. */
    public List<Timescale> ofChild(UUID child) {
        var actor = access.actor();
        return shown.ofChild(actor, inForce.of(actor.authority()), child, now());
    }

    /** What practitioners call a standard today ("Tell the Executive Director"); its id when it is not in force. The answer asks nothing. */
    public UnaryOperator<String> titles() {
        var rules = inForce.of(access.actor().authority());
        var today = London.date(now());
        return standard -> rules.inForce(standard, today)
                .map(version -> version.standard().title())
                .orElse(standard);
    }

    /** A standard as it is in force today, for a list that holds facts against it; empty while it is not in force. */
    public Optional<Rule> rule(String standard) {
        var rules = inForce.of(access.actor().authority());
        var now = now();
        return rules.inForce(standard, London.date(now))
                .map(version -> Rule.of(version.standard(), rules.calendars(), now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }

    private static boolean ended(Kept kept, List<Kept> before) {
        return before.stream()
                .anyMatch(was -> was.id().equals(kept.id()) && !was.reckoning().open());
    }

    private static @Nullable UUID child(List<Kept> clocks) {
        return clocks.isEmpty() ? null : clocks.getFirst().child();
    }

    private static @Nullable Owner owner(Owner[] owners, String role) {
        return Arrays.stream(owners)
                .filter(owner -> owner.role().equals(role))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UUID team(@Nullable Owner worker) {
        return worker == null ? null : worker.team();
    }

    private static void requireKnown(Collection<String> events, Set<String> facts) {
        for (var event : events)
            if (!Happening.EVENTS.containsKey(event)) throw new IllegalArgumentException("Unknown event " + event);
        for (var fact : facts)
            if (!Happening.FACTS.containsKey(fact)) throw new IllegalArgumentException("Unknown fact " + fact);
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) throw new Refused("Enter a reason", "reason");
        if (reason.length() > 2_000) throw new Refused("The reason must be 2,000 characters or fewer", "reason");
    }
}
