package lantern.oversight.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantern.oversight.inquiry.Meeting;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Programme.Row;
import lantern.platform.documents.Block;
import lantern.platform.documents.Block.Bullets;
import lantern.platform.documents.Block.Paragraph;
import lantern.platform.documents.Block.Section;
import lantern.platform.documents.Block.Table;
import lantern.platform.documents.Document;
import lantern.platform.documents.Value;

/** Paper 4: a meeting's agenda, and afterwards its action notes. */
public record MeetingPapers(
        Meeting meeting,
        String endedAt,
        List<Row> agenda,
        List<Row> attendance,
        List<Row> actions,
        List<Row> seats,
        LocalDate day) {

    /** @param pages the pages of each item's papers in the pack, such as "3–6"; an item without is missing */
    public Document agenda(Map<Row, String> pages) {
        var table = Table.of("Items")
                .column("No.", 1)
                .column("Time", 2)
                .column("Item", 5)
                .column("Presenter", 3)
                .column("Pages", 2);
        for (var item : agenda)
            table = table.row(
                    Value.of(item.of("place")),
                    Value.orNone(item.of("time_band")),
                    Value.of(item.of("title") + more(item)),
                    Value.orNone(item.of("presenter")),
                    Value.of(pages.getOrDefault(item, "No paper")));
        return head(Document.of("Agenda: " + meeting.committeeName(), meeting.on()))
                .fact("Papers sent out by", Value.day(meeting.sendOut()).words())
                .with(table);
    }

    /** An exempt item is announced with the reason and no word of its substance. */
    private static String more(Row item) {
        if (!item.of("exempt").isBlank()) return "\nNot for publication: " + item.of("exempt");
        return item.of("words").isBlank() ? "" : "\n" + item.of("words");
    }

    private Document head(Document document) {
        return document.fact("Committee", meeting.committeeName())
                .fact("Date", Value.day(meeting.on()).words())
                .fact("Time", meeting.startsAt() + (endedAt.isBlank() ? "" : " to " + endedAt))
                .fact("Place", meeting.place().isBlank() ? "To be confirmed" : meeting.place());
    }

    /** What an item says that has no paper of its own; an exempt one never reaches the public. */
    public static Document item(Row item, LocalDate day) {
        var words = Paragraph.of(item.of("words").isBlank() ? "None" : item.of("words"));
        var section = Section.of("For members", List.of(words));
        return Document.of("Item " + item.of("place") + ": " + item.of("title"), day)
                .with(item.of("exempt").isBlank() ? section : section.exempt(item.of("exempt")));
    }

    public Document notes() {
        var sections = new ArrayList<Block>();
        sections.add(Section.of("Who was there", present()));
        for (var item : agenda) sections.add(item(item));
        var others = actions.stream()
                .filter(action -> agenda.stream().noneMatch(item -> belongs(action, item)))
                .toList();
        if (!others.isEmpty())
            sections.add(Section.of("Other resolutions", List.of(resolved(others, "Other actions"))));
        if (!endedAt.isBlank())
            sections.add(Section.of("End", List.of(Paragraph.of("The meeting ended at " + endedAt + "."))));
        return head(Document.of("Action notes: " + meeting.committeeName(), meeting.on()))
                .with(sections);
    }

    private List<Block> present() {
        var by = new LinkedHashMap<String, List<String>>();
        for (var each : attendance)
            if (each.of("came").equals("present"))
                by.computeIfAbsent(Lists.ATTENDANCE.words("capacity", each), key -> new ArrayList<>())
                        .add(each.of("who"));
        var table = Table.of("Present").column("Capacity").column("Who", 4).number("Number");
        for (var each : by.entrySet())
            table = table.row(
                    Value.of(each.getKey()),
                    Value.of(String.join(", ", each.getValue())),
                    Value.count(each.getValue().size()));
        var apologies = attendance.stream()
                .filter(each -> each.of("came").equals("apologies"))
                .map(each -> each.of("who"))
                .collect(Collectors.joining(", "));
        var blocks = new ArrayList<Block>();
        blocks.add(table);
        blocks.add(Paragraph.of("Apologies: " + (apologies.isEmpty() ? "none." : apologies + ".")));
        var missed = unaccounted();
        if (!missed.isEmpty())
            blocks.add(Paragraph.of("Neither present nor excused: " + String.join(", ", missed) + "."));
        return blocks;
    }

    /** Who has a seat on that day and is in no list of the meeting, once the meeting has a list. */
    public List<String> unaccounted() {
        if (attendance.isEmpty()) return List.of();
        var capacities = Lists.ATTENDANCE.field("capacity").of().keySet();
        return seats.stream()
                .filter(seat -> capacities.contains(seat.of("capacity")) && held(seat))
                .map(seat -> seat.of("who"))
                .filter(who ->
                        attendance.stream().noneMatch(each -> each.of("who").equalsIgnoreCase(who)))
                .toList();
    }

    private boolean held(Row seat) {
        var from = seat.day("from_on");
        var until = seat.day("until_on");
        return (from == null || !from.isAfter(meeting.on())) && (until == null || !until.isBefore(meeting.on()));
    }

    private static boolean belongs(Row action, Row item) {
        return action.of("item").equalsIgnoreCase(item.of("title"))
                || action.of("item").equals(item.of("place"));
    }

    private Section item(Row item) {
        var own = actions.stream().filter(action -> belongs(action, item)).toList();
        var blocks = new ArrayList<Block>();
        if (!item.of("words").isBlank()) blocks.add(Paragraph.of(item.of("words")));
        if (own.isEmpty()) blocks.add(Paragraph.of("Nothing was resolved."));
        else {
            blocks.add(Paragraph.of("It was resolved:"));
            blocks.add(new Bullets(own.stream().map(each -> each.of("words")).toList(), true));
            blocks.add(resolved(own, "Actions of item " + item.of("place")));
        }
        var section = Section.of(item.of("place") + ". " + item.of("title"), blocks);
        return item.of("exempt").isBlank() ? section : section.exempt(item.of("exempt"));
    }

    private static Table resolved(List<Row> actions, String caption) {
        var table = Table.of(caption)
                .column("Action", 5)
                .column("Owner", 2)
                .column("By", 2)
                .column("State", 1)
                .column("Outcome", 3);
        for (var action : actions)
            table = table.row(
                    Value.of(action.of("words")),
                    Value.orNone(action.of("owner")),
                    Value.orNone(action.of("due")),
                    Value.of(state(action)),
                    Value.orNone(action.of("outcome")));
        return table;
    }

    private static String state(Row action) {
        return Lists.ACTIONS.words("state", action);
    }
}
