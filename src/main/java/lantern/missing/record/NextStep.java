package lantern.missing.record;

import java.util.Map;
import java.util.UUID;
import lantern.timescales.Timescale;
import org.jspecify.annotations.Nullable;

/** One clock of the episode with the page on which the fact that meets it is recorded; an authority's own standard has no such page. */
public record NextStep(
        Timescale timescale,
        @Nullable String href,
        @Nullable String action) {
    /** What a meeting meets is done in the room of meetings, which asks for its own permission. */
    boolean isMeeting() {
        return href != null && href.contains("/meetings/");
    }

    private record Form(String path, String action) {}

    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("red-strategy-meeting", new Form("/meetings/new?kind=strategy", "Call or record the meeting")),
            Map.entry("early-strategy-meeting", new Form("/meetings/new?kind=strategy", "Call or record the meeting")),
            Map.entry(
                    "missing-strategy-meeting",
                    new Form("/meetings/new?kind=missing-strategy", "Call or record the meeting")),
            Map.entry("amber-discussion", new Form("/meetings/new?kind=discussion", "Call or record the discussion")),
            Map.entry("green-support", new Form("/steps/new?kind=support", "Record the support")),
            Map.entry("notify-worker", new Form("/informed/new?who=social-worker", "Record that the worker was told")),
            Map.entry("notify-iro", new Form("/informed/new?who=reviewing-officer", "Record that they were told")),
            Map.entry("edt-alert", new Form("/return-plan/new", "Write the plan for the return")),
            Map.entry("confirm-police-told", new Form("/informed/new?who=police", "Record that police were told")),
            Map.entry(
                    "director-notified",
                    new Form("/informed/new?who=executive-director", "Record that the Executive Director was told")),
            Map.entry("child-seen-by-worker", new Form("/steps/new?kind=visit", "Record the visit")),
            Map.entry("tell-those-told", new Form("/informed/new?of=return", "Record who was told of the return")));

    static NextStep of(UUID episode, Timescale timescale, @Nullable UUID interview) {
        if (timescale.subject().kind().equals("interview"))
            return new NextStep(
                    timescale, "/missing/interviews/" + timescale.subject().id(), "Open the interview");
        if (timescale.standard().equals("return-interview") && interview != null)
            return new NextStep(timescale, "/missing/interviews/" + interview, "Open the interview");
        var form = FORMS.get(timescale.standard());
        return form == null
                ? new NextStep(timescale, null, null)
                : new NextStep(timescale, "/missing/episodes/" + episode + form.path(), form.action());
    }
}
