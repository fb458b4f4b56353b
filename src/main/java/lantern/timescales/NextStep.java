package lantern.timescales;

import gg.jte.Content;
import java.util.Map;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Text;

/** What meets a timescale, as a link to where it is recorded ("Record a strategy meeting"). */
public record NextStep(String words, String path) {
    private record Place(String words, String under) {}

    private static final String HERE = "";

    /** Where each event is recorded on an episode (an interview has buttons only for those who hold it); an interview or a notification has its own page for most of them. */
    private static final Map<String, Place> ON_EPISODE = Map.of(
            Happening.STRATEGY_MEETING_HELD, new Place("Record a strategy meeting", "/meetings/new"),
            Happening.IRO_INFORMED, new Place("Record who was informed", "/informed/new"),
            Happening.POLICE_INFORMED, new Place("Record who was informed", "/informed/new"),
            Happening.DIRECTOR_INFORMED, new Place("Record who was informed", "/informed/new"),
            Happening.THOSE_TOLD_INFORMED, new Place("Record who was informed", "/informed/new"),
            Happening.DUTY_PLAN_RECORDED, new Place("Write the plan for the return", "/return-plan/new"),
            Happening.VISIT_RECORDED, new Place("Record the visit", "/steps/new"),
            Happening.INTERVIEW_RESOLVED, new Place("Arrange or record the return interview", HERE));

    private static final Map<String, Place> ON_NOTIFICATION = Map.of(
            Happening.TRIAGED_RED, new Place("Triage", HERE),
            Happening.STRATEGY_MEETING_HELD, new Place("Record a strategy meeting", HERE),
            Happening.DISCUSSION_HELD, new Place("Record a multi-agency discussion", HERE),
            Happening.SUPPORT_IDENTIFIED, new Place("Record the support services", HERE),
            Happening.WORKER_INFORMED, new Place("Record that the worker was told", HERE),
            Happening.REFERRER_FEEDBACK_SENT, new Place("Send feedback to the referrer", HERE));

    private static final Map<String, Place> ON_INTERVIEW = Map.of(
            Happening.INTERVIEW_CONTACT_ATTEMPTED, new Place("Record a contact", HERE),
            Happening.FEEDBACK_SENT, new Place("Send the feedback form", HERE),
            Happening.FEEDBACK_FILED, new Place("File the feedback form", HERE));

    private static final Map<String, Place> ON_BREAK_GLASS =
            Map.of(Happening.BREAK_GLASS_REVIEWED, new Place("Review it", HERE));

    private static final Map<String, Place> ON_CHILD =
            Map.of(Happening.PEN_PICTURE_REVIEWED, new Place("Review the pen picture", "/pen-picture"));

    private static final Map<String, Place> ON_FLAG =
            Map.of(Happening.FLAG_REVIEWED, new Place("Review the flag", HERE));

    private static final Map<String, Place> ON_PHOTOGRAPH =
            Map.of(Happening.PHOTOGRAPH_REVIEWED, new Place("Review the photograph", HERE));

    private static final Map<String, Place> ON_CONCERN = Map.of(
            Happening.SCREENING_COMPLETED, new Place("Screen the child", HERE),
            Happening.RISK_ASSESSED, new Place("Assess the risk again", HERE),
            Happening.EXPLOITATION_PLAN_REVIEWED, new Place("Review the plan", "/plan"),
            Happening.SINGLE_ASSESSMENT_RECORDED, new Place("Record the single assessment", HERE));

    private static final Map<String, Place> ON_PEOPLE_REVIEW =
            Map.of(Happening.PEOPLE_REVIEW_DONE, new Place("Review the people", HERE));

    /** For this reader: who may not record on an episode is led to the episode itself, and nobody to a page that refuses them. */
    public NextStep forReader(Actor reader) {
        if (path.startsWith("/inbox/") && !reader.may(Permission.READ_INBOX) && reader.may(Permission.READ_CHILD))
            return new NextStep("Open the notification", path.replace("/inbox/", "/notifications/"));
        if (!reader.may(needed())) return new NextStep(words, "");
        var writes = path.endsWith("/meetings/new") ? Permission.HOLD_MEETINGS : Permission.WRITE_EPISODE;
        if (!path.endsWith("/new") || reader.may(writes)) return this;
        return new NextStep("Open the episode", path.replaceAll("/[a-z-]+/new$", ""));
    }

    private Permission needed() {
        if (path.startsWith("/inbox/")) return Permission.READ_INBOX;
        if (path.startsWith("/people/")) return Permission.MANAGE_PEOPLE;
        if (path.startsWith("/break-glass/")) return Permission.REVIEW_ACCESS;
        if (path.startsWith("/children/")) return Permission.READ_CHILD;
        if (path.startsWith("/exploitation/")) return Permission.READ_EXPLOITATION;
        if (path.startsWith("/missing/issued/")) return Permission.READ_EPISODE;
        return path.startsWith("/missing/episodes/") ? Permission.READ_EPISODE : Permission.READ_INTERVIEW;
    }

    /** A link to where it is recorded; the words alone for a reader who has no way there. */
    public Content shown() {
        return path.isEmpty() ? Text.of(words) : Link.to(path, words);
    }

    /** @param event the first of the events that meet the standard */
    public static NextStep of(String event, Subject subject) {
        var places =
                switch (subject.kind()) {
                    case "episode" -> ON_EPISODE;
                    case "notification" -> ON_NOTIFICATION;
                    case "break-glass" -> ON_BREAK_GLASS;
                    case "child" -> ON_CHILD;
                    case "flag" -> ON_FLAG;
                    case "photograph" -> ON_PHOTOGRAPH;
                    case "people-review" -> ON_PEOPLE_REVIEW;
                    case "concern" -> ON_CONCERN;
                    default -> ON_INTERVIEW;
                };
        var place = places.getOrDefault(event, new Place("Open the " + subject.kind(), HERE));
        return new NextStep(place.words, subject.path() + place.under);
    }
}
