package lantern.meetings.minutes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantern.meetings.MeetingKind;

/**
 * A part of the minutes: one box of words, or a choice.
 *
 * @param section of the record, which says who may read it whatever the chair chooses
 * @param ofAll of the meeting as a whole, not of one child
 * @param kept goes to children's services only, until the chair says to whom else
 * @param choices code to words; empty for a box of words
 */
public record MinutePart(
        String code, String heading, String section, boolean ofAll, boolean kept, Map<String, String> choices) {
    private static final Map<String, String> INVITED = choices("yes", "Invited", "no", "Not invited");
    private static final Map<String, String> CAME =
            choices("all", "Came", "part", "Came for part of it", "no", "Did not come");
    private static final Map<String, String> HOW = choices(
            "met",
            "In the meeting",
            "beforehand",
            "Before the meeting, to somebody they chose",
            "written",
            "In writing",
            "advocate",
            "Through an advocate",
            "not-gathered",
            "Not gathered");

    private static final List<MinutePart> WHOLE =
            List.of(whole("agenda", "Agenda", "meeting"), whole("discussion", "Discussion of the whole", "meeting"));
    /** Monthly group chaired by police (paper 004: detection, disruption and prosecution). */
    private static final List<MinutePart> OPERATIONAL = List.of(
            whole("detection", "Detection", "intelligence"),
            whole("disruption", "Disruption", "intelligence"),
            whole("prosecution", "Prosecution", "intelligence"));

    private static final List<MinutePart> CHILD = List.of(
            words("concerns", "What we are worried about", "meeting"),
            words("going-well", "What is going well", "meeting"),
            words("absences", "Missing episodes and what was said in return interviews", "interview"),
            words("home", "Family, home and placement", "contact"),
            words("education", "School and education", "education"),
            kept("health", "Health", "health"),
            kept("police", "Police information", "intelligence"),
            kept("people", "People and places of concern", "allegation"),
            one("child-invited", "Was the young person invited?", INVITED),
            one("child-came", "Did the young person come?", CAME),
            one("child-how", "How were the young person's views gathered?", HOW),
            words("child-by", "Who gathered them, or why were they not?", "meeting"),
            words("child-views", "The young person's views", "meeting"),
            one("parents-invited", "Were parents or carers invited?", INVITED),
            one("parents-came", "Did parents or carers come?", CAME),
            one("parents-how", "How were the views of parents or carers gathered?", HOW),
            words("parents-by", "Who gathered them, or why were they not?", "meeting"),
            words("parents-views", "Views of parents or carers", "meeting"),
            words("analysis", "What we make of it, and the risk", "assessment"),
            words("decisions", "Decisions", "meeting"));

    private static MinutePart whole(String code, String heading, String section) {
        return new MinutePart(code, heading, section, true, !section.equals("meeting"), Map.of());
    }

    private static MinutePart words(String code, String heading, String section) {
        return new MinutePart(code, heading, section, false, false, Map.of());
    }

    private static MinutePart kept(String code, String heading, String section) {
        return new MinutePart(code, heading, section, false, true, Map.of());
    }

    private static MinutePart one(String code, String heading, Map<String, String> choices) {
        return new MinutePart(code, heading, "meeting", false, false, choices);
    }

    private static Map<String, String> choices(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return java.util.Collections.unmodifiableMap(map);
    }

    /** Of the meeting as a whole, in the order of the page. */
    public static List<MinutePart> whole(MeetingKind kind) {
        if (kind != MeetingKind.EXPLOITATION_GROUP) return WHOLE;
        var all = new ArrayList<>(WHOLE);
        all.addAll(OPERATIONAL);
        return List.copyOf(all);
    }

    /** Of each child. */
    public static List<MinutePart> ofChild() {
        return CHILD;
    }

    /** What was written or chosen, in words. */
    public String inWords(String value) {
        return choices.isEmpty() ? value : choices.getOrDefault(value, value);
    }

    /** The box on the form: parts of the whole stand in place 0, those of a child in the child's. */
    public String field(int place) {
        return "p" + (ofAll ? 0 : place) + "-" + code;
    }
}
