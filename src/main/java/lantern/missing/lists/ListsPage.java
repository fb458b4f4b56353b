package lantern.missing.lists;

import java.util.List;
import lantern.platform.web.Page;

/** What lists there are, each with a sentence. */
public record ListsPage() implements Page {
    public record Entry(String title, String href, String what) {}

    @Override
    public String title() {
        return "Lists of missing children";
    }

    @Override
    public String back() {
        return "/missing";
    }

    public List<Entry> entries() {
        return List.of(
                new Entry("Missing now", "/missing", "Every child who is missing at this moment."),
                new Entry(
                        "The twice-weekly list",
                        "/missing/issued",
                        "Issued every Monday and Thursday and when somebody asks for it, and kept as it was issued."),
                new Entry(
                        "Open episodes with a missed step",
                        "/missing/lists/missed-steps",
                        "What fell due and is not recorded as done."),
                new Entry(
                        "Children missing again and again",
                        "/missing/lists/repeat-children",
                        "Who passes a threshold, whose gaps get shorter, and which responsible authority to contact."),
                new Entry(
                        "Repeat patterns by placement and place",
                        "/missing/lists/places",
                        "Placements that children go missing from, places where they are last seen or found."),
                new Entry(
                        "Most worrying children",
                        "/missing/most-worrying",
                        "Six for the monthly group: proposed by a rule, decided by people."),
                new Entry(
                        "Thresholds of repeat absences",
                        "/missing/thresholds",
                        "How many absences within how long count as a pattern."));
    }
}
