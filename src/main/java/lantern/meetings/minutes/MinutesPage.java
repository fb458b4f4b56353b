package lantern.meetings.minutes;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.meetings.Actions;
import lantern.meetings.MeetingPanel;
import lantern.meetings.meeting.Meeting;
import lantern.platform.web.Page;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Textarea;
import lantern.platform.web.forms.Form;

/**
 * The page on which the minutes are written while people talk.
 *
 * @param revision the saving that this writer began from
 * @param behind somebody saved since
 */
public record MinutesPage(
        Meeting meeting,
        Form form,
        List<Writing.Box> boxes,
        Map<UUID, String> names,
        List<Meeting.OfChild> children,
        List<MeetingPanel.Panel> shownPanels,
        List<Actions.Action> actions,
        int revision,
        String saved,
        boolean behind,
        boolean mayHold)
        implements Page.WithForm {
    @Override
    public String title() {
        return "Write the minutes";
    }

    @Override
    public String back() {
        return "/meetings/" + meeting.id();
    }

    public String about() {
        return meeting.inWords();
    }

    public String path(String noun) {
        return back() + "/" + noun;
    }

    public boolean over() {
        return !meeting.minutesOpen();
    }

    /** The whole first, then each child; a part without boxes is left out. */
    public List<Chapter> chapters() {
        var chapters = new ArrayList<Chapter>();
        chapters.add(chapter("whole", "The meeting as a whole", null));
        for (var child : children) chapters.add(chapter("child-" + child.place(), name(child), child));
        return chapters.stream().filter(each -> !each.questions().isEmpty()).toList();
    }

    private String name(Meeting.OfChild child) {
        return names.getOrDefault(child.child(), "A child");
    }

    private Chapter chapter(String id, String heading, Meeting.@org.jspecify.annotations.Nullable OfChild child) {
        var questions = new ArrayList<Content>();
        for (var box : boxes)
            if (child == null
                    ? box.part().ofAll()
                    : !box.part().ofAll() && box.child().equals(child)) questions.add(question(box));
        var panels = child == null
                ? List.<Panel>of()
                : shownPanels.stream()
                        .filter(each -> each.child().equals(child.child()))
                        .map(Panel::new)
                        .toList();
        return new Chapter(id, heading, questions, panels);
    }

    private Content question(Writing.Box box) {
        var part = box.part();
        if (!part.choices().isEmpty())
            return Radios.of(box.field(), part.heading())
                    .items(part.choices())
                    .inline()
                    .small()
                    .from(form);
        var area = Textarea.of(box.field(), part.heading()).rows(4).from(form);
        return part.kept() ? area.hint("Goes to children's services only, until you choose who else gets it.") : area;
    }

    /** A part of the page under its heading. */
    public record Chapter(String id, String heading, List<Content> questions, List<Panel> panels) {}

    /** What another room shows of the child. */
    public record Panel(MeetingPanel.Panel panel) {
        public SummaryList lines() {
            var list = SummaryList.of();
            for (var line : panel.lines()) list = list.row(line.label(), line.text());
            return list;
        }
    }
}
