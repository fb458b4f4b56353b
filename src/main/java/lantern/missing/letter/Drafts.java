package lantern.missing.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.children.ChildFacts;
import lantern.missing.counters.Pattern;
import lantern.missing.episode.Told;
import lantern.missing.log.Entry;
import lantern.missing.record.EpisodeView;
import lantern.missing.record.EpisodeView.LogEntry;
import lantern.platform.web.Words;
import org.jspecify.annotations.Nullable;

/** The words a letter begins with, from what is recorded; whoever sends it reads and changes them first. */
final class Drafts {
    private Drafts() {}

    record Draft(String recipient, String subject, String words) {}

    static Draft of(
            Letter.Kind kind,
            EpisodeView episode,
            ChildFacts child,
            List<LogEntry> log,
            @Nullable Instant policeReported,
            Pattern pattern,
            String from,
            Instant now) {
        var responsible = Objects.requireNonNullElse(child.responsibleAuthority(), "The responsible authority");
        var host = Objects.requireNonNullElse(child.hostAuthority(), "The host authority");
        return switch (kind) {
            case DIRECTOR ->
                new Draft(
                        "Executive Director of Children's Services",
                        "A looked after child is missing: " + child.reference(),
                        paragraphs(
                                child.name() + " (" + child.reference() + ") has been missing since "
                                        + London.dateTime(episode.missingSince()) + ", "
                                        + Words.elapsed(episode.missingSince(), now) + " ago, and is not found.",
                                from(episode),
                                "Police were told: " + police(episode, log, policeReported) + ".",
                                "Steps taken so far:\n" + steps(log),
                                pattern.counters(),
                                "Please say if you want anything else to be done."));
            case RESPONSIBLE ->
                new Draft(
                        responsible + ", children's social care",
                        "A child whom you are responsible for is missing from a placement in our area",
                        paragraphs(
                                child.name() + born(child) + ", whom you have placed in our area"
                                        + (child.placement() == null ? "" : " at " + child.placement())
                                        + ", has been missing since " + London.dateTime(episode.missingSince()) + ".",
                                from(episode),
                                "Police were told: " + police(episode, log, policeReported) + ".",
                                "What has been done here so far:\n" + steps(log),
                                "The duties towards the child as the responsible authority are yours: to tell the child's parents and reviewing officer, to hold the strategy"
                                        + " meeting, and to see that a return interview is offered. Please tell us who leads, how they are reached"
                                        + " out of hours, and whether the child goes back to this placement when found."));
            case PATTERN ->
                new Draft(
                        responsible + ", Head of Service, children's social care",
                        "A child whom you have placed in our area goes missing again and again",
                        paragraphs(
                                child.name() + born(child) + " has gone missing from a placement in our area "
                                        + Words.many(pattern.since().size(), "time") + ".",
                                pattern.counters(),
                                pattern.everSooner() ? pattern.trend() : "",
                                "Please tell us what you do about it: whether the placement is right for the child, what the risk assessment says,"
                                        + " which meeting has been held or is called, and whom we can work with.",
                                "Please answer within five working days."));
            case HOST ->
                new Draft(
                        host + ", children's social care",
                        "A child of ours who is placed in your area is missing",
                        paragraphs(
                                child.name() + born(child) + ", for whom " + from
                                        + " is responsible, is placed in your area"
                                        + (child.placement() == null ? "" : " at " + child.placement())
                                        + " and has been missing since " + London.dateTime(episode.missingSince())
                                        + ".",
                                "Please tell us which procedure your area follows when a child is missing, whom your police have told, and whom we reach out of hours.",
                                "Our own worker"
                                        + (child.workerName() == null ? "" : ", " + child.workerName() + ",")
                                        + " stays responsible for the child and arranges the return interview."));
        };
    }

    private static String born(ChildFacts child) {
        return child.dateOfBirth() == null ? "" : ", born " + London.day(child.dateOfBirth());
    }

    private static String from(EpisodeView episode) {
        return "Missing from: " + Words.of(episode.missingFrom()).toLowerCase(java.util.Locale.ROOT)
                + (episode.lastSeenPlace() == null ? "" : ". Last seen: " + episode.lastSeenPlace())
                + (episode.circumstances() == null ? "." : ". " + episode.circumstances());
    }

    private static String police(EpisodeView episode, List<LogEntry> log, @Nullable Instant reported) {
        var told = log.stream()
                .filter(each -> each.kind().equals("informed") && Told.POLICE.code.equals(each.about()))
                .reduce((newer, older) -> older)
                .map(each -> London.dateTime(each.happenedAt()));
        var reference = episode.policeReference() == null ? "" : ", reference " + episode.policeReference();
        if (told.isEmpty() && reported != null)
            return "they reported it themselves, " + London.dateTime(reported) + reference;
        return told.orElse(episode.policeReference() == null ? "not recorded" : "yes") + reference;
    }

    private static String steps(List<LogEntry> newestFirst) {
        var kinds = Stream.of(Entry.Kind.values()).map(each -> each.code).collect(Collectors.toSet());
        var lines = new ArrayList<String>();
        for (var entry : newestFirst.reversed()) {
            if (!kinds.contains(entry.kind())) continue;
            var who = entry.about() == null ? "" : " (" + Told.of(entry.about()).words + ")";
            lines.add("- " + London.dateTime(entry.happenedAt()) + ": " + Entry.Kind.of(entry.kind()).words + who + ". "
                    + entry.words());
        }
        return lines.isEmpty() ? "- None is recorded." : String.join("\n", lines);
    }

    private static String paragraphs(String... all) {
        return Stream.of(all).filter(each -> !each.isBlank()).collect(Collectors.joining("\n\n"));
    }
}
