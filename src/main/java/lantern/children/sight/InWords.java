package lantern.children.sight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.children.sight.Sights.Involved;
import lantern.children.sight.Sights.Opened;
import org.jspecify.annotations.Nullable;

/** The facts about one child that decide who sees the record, as sentences. */
record InWords(
        List<Involved> involved,
        List<Opened> opened,
        @Nullable Set<UUID> named,
        Names.Called called,
        Instant now) {

    /** Why they see it, or what keeps them from it. */
    List<String> of(Seer seer) {
        var sentences = new ArrayList<String>();
        if (seer.reach().equals("authority")) {
            sentences.add((seer.person() ? "The role " + seer.post() : "This system's scope")
                    + " reaches every child of the authority");
        }
        if (!seer.identity())
            sentences.add("Nothing of a child is shared with them: no sharing agreement in force names their role");
        else if ("reach".equals(seer.why()) && sentences.isEmpty())
            sentences.add("A sharing agreement with their agency covers every child");
        var theirs = involved.stream()
                .filter(each -> each.opensTo(seer.agency(), seer.team()))
                .toList();
        sentences.addAll(working(theirs.stream().filter(Involved::live).toList()));
        if (sentences.isEmpty()) {
            theirs.stream().limit(1).forEach(each -> sentences.add(formerly(each)));
            if (sentences.isEmpty())
                sentences.add(
                        seer.team() == null
                                ? "Their agency does not work with the child"
                                : "Neither their agency nor their team works with the child");
        }
        if (named != null) {
            sentences.add(
                    named.contains(seer.id())
                            ? "The record is restricted, and they are named"
                            : "The record is restricted, and they are not named");
        }
        opened.stream()
                .filter(each -> each.person().equals(seer.id()))
                .forEach(each -> sentences.add(
                        "They opened the record in an emergency, until " + London.when(each.endsAt(), now)));
        return sentences;
    }

    /** One sentence for each way of working with the child, however often: "..., since 18 Oct 2025 (24 times, the latest 16 Nov 2026)". */
    private List<String> working(List<Involved> live) {
        var ways = new LinkedHashMap<String, List<Instant>>();
        for (var each : live)
            ways.computeIfAbsent(
                            whose(each) + " " + KINDS.getOrDefault(each.kind(), "works with the child"),
                            way -> new ArrayList<>())
                    .add(each.startsAt());
        var sentences = new ArrayList<String>();
        ways.forEach((way, starts) -> {
            var first = Collections.min(starts);
            var often = starts.size() == 1
                    ? ""
                    : " (" + starts.size() + " times, the latest " + London.when(Collections.max(starts), now) + ")";
            sentences.add(way + ", since " + London.when(first, now) + often);
        });
        return sentences;
    }

    private String formerly(Involved each) {
        var ended = each.endsAt();
        return whose(each) + " worked with the child" + (ended == null ? "" : " until " + London.when(ended, now));
    }

    private String whose(Involved each) {
        var agency = called.name(each.agency());
        if (each.team() == null) return agency == null ? "Their agency" : agency;
        var team = called.name(each.team());
        return team == null ? "Their team" : team;
    }

    private static final java.util.Map<String, String> KINDS = java.util.Map.of(
            "allocation", "is allocated to the child",
            "notification", "sent a notification about the child",
            "interview", "was asked to hold a return interview",
            "episode", "works on a missing episode",
            "review", "reviews the child's care");
}
