package lantern.oversight.open;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lantern.calendar.London;
import lantern.oversight.open.OpenInquiry.OpenRecommendation;
import lantern.oversight.open.OpenPage.OpenSection;
import lantern.oversight.open.Published.Item;
import lantern.oversight.open.Published.Snapshot;
import lantern.oversight.pages.Parts;
import lantern.platform.documents.Shown;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import org.jspecify.annotations.Nullable;

/** The pages of the public site, made of publications alone. */
final class OpenPages {
    private OpenPages() {}

    private static OpenSection section(@Nullable String heading, int level, Content content) {
        return new OpenSection(heading, level, content);
    }

    private static String updated(Item item) {
        return "Published on " + London.day(London.date(item.at())) + ". It shows what was so then.";
    }

    private static String day(@Nullable String iso) {
        return iso == null ? "" : London.day(LocalDate.parse(iso));
    }

    static OpenPage front(Snapshot snapshot) {
        var sections = new ArrayList<OpenSection>();
        sections.add(
                section(
                        null,
                        2,
                        Parts.text(
                                "What scrutiny committees recommended, who answers for it, what was done and what the committees decided.")));
        var byAuthority = snapshot.items().stream()
                .collect(Collectors.groupingBy(
                        Item::authorityName, java.util.TreeMap::new, Collectors.toUnmodifiableList()));
        if (byAuthority.isEmpty()) sections.add(section(null, 2, Parts.text("Nothing is published yet.")));
        byAuthority.forEach((name, items) -> sections.add(section(
                name,
                2,
                Table.of("Published by " + name)
                        .captionHidden()
                        .stacks()
                        .head("What", "State", "Published")
                        .rows(
                                items,
                                each -> List.of(
                                        Link.to(each.path(), each.title()),
                                        Text.of(state(each)),
                                        Text.of(London.day(London.date(each.at()))))))));
        sections.add(section(
                "Data",
                2,
                Parts.links(
                        Link.to("/open/data.json", "Everything as JSON").attribute("download", "scrutiny.json"),
                        Link.to("/open/data.csv", "Recommendations as CSV").attribute("download", "scrutiny.csv"),
                        Link.to("/open/schema.json", "What the fields mean (JSON Schema)")
                                .attribute("download", "scrutiny-schema.json"),
                        Link.to("/open/feed.atom", "Changes as an Atom feed").attribute("download", "scrutiny.atom"))));
        return new OpenPage("Inquiries and action plans", null, "Personal data is not published here.", true, sections);
    }

    private static String state(Item item) {
        var inquiry = item.inquiry();
        if (inquiry != null)
            return inquiry.recommendations().size() + " recommendations, " + inquiry.outstanding() + " outstanding";
        var plan = item.plan();
        return plan == null
                ? ""
                : plan.issues().stream()
                                .mapToInt(each -> each.activities().size())
                                .sum() + " activities";
    }

    static OpenPage inquiry(Item item, OpenInquiry it) {
        var sections = new ArrayList<OpenSection>();
        if (!it.summary().isBlank()) sections.add(section(null, 2, Parts.text(it.summary())));
        sections.add(section(
                null,
                2,
                SummaryList.of()
                        .row("Committee", it.committee())
                        .row("Approved at full council", day(it.approvedOn()))
                        .row("Last tracked", it.lastTrackedOn() == null ? "Never" : day(it.lastTrackedOn()))
                        .row(
                                "Recommendations",
                                String.valueOf(it.recommendations().size()))
                        .row("Outstanding", String.valueOf(it.outstanding()))));
        sections.add(section(
                "Recommendations",
                2,
                Table.of("Recommendations")
                        .captionHidden()
                        .stacks()
                        .head("No.", "What it asks", "Who answers", "Target", "Category", "Concluded")
                        .rows(
                                it.recommendations(),
                                each -> List.of(
                                        Link.to("/open/recommendations/" + each.id(), each.number()),
                                        Text.of(each.words()),
                                        Text.of(String.join("; ", each.roles())),
                                        Shown.lines(each.target()),
                                        Text.of(each.assessment()),
                                        Text.of(concluded(each))))));
        return new OpenPage(it.title(), item.authorityName(), updated(item), false, sections);
    }

    private static String concluded(OpenRecommendation each) {
        return !each.concluded()
                ? "No"
                : each.concludedOn() == null ? "Yes, no date recorded" : day(each.concludedOn());
    }

    static OpenPage recommendation(Item item, OpenInquiry inquiry, OpenRecommendation it) {
        var sections = new ArrayList<OpenSection>();
        sections.add(section(
                null,
                2,
                SummaryList.of()
                        .row("Inquiry", Link.to(item.path(), inquiry.title()))
                        .row("Recommendation", it.words())
                        .row("Theme", it.theme() == null ? "None" : it.theme())
                        .row("Who answers", String.join("; ", it.roles()))
                        .row("Target", Shown.lines(it.target()))
                        .row("Category", it.assessment())
                        .row("Concluded", concluded(it) + (it.qualifier().isBlank() ? "" : ". " + it.qualifier()))));
        if (!it.parts().isEmpty())
            sections.add(section(
                    "Parts",
                    2,
                    Table.of("Parts")
                            .captionHidden()
                            .stacks()
                            .head("Part", "What it asks", "Status")
                            .rows(
                                    it.parts(),
                                    each -> List.of(
                                            Text.of(each.label() + ")"),
                                            Text.of(each.words()),
                                            Text.of(each.status())))));
        sections.add(section(
                "Categories over time",
                2,
                it.history().isEmpty()
                        ? Parts.text("No meeting has assessed it yet.")
                        : Table.of("Categories over time")
                                .captionHidden()
                                .stacks()
                                .head("Meeting", "Whose", "Category")
                                .rows(
                                        it.history(),
                                        each -> List.of(
                                                Text.of(day(each.meeting())),
                                                Text.of(each.by()),
                                                Text.of(each.assessment())))));
        sections.add(section(
                "Evidence",
                2,
                it.evidence().isEmpty()
                        ? Parts.text("None")
                        : Table.of("Evidence")
                                .captionHidden()
                                .stacks()
                                .head("Dated", "From", "Evidence")
                                .rows(
                                        it.evidence(),
                                        each -> List.of(
                                                Text.of(day(each.on())),
                                                Text.of(each.source()),
                                                Shown.lines(each.words())))));
        return new OpenPage("Recommendation " + it.number(), item.authorityName(), updated(item), false, sections);
    }

    static OpenPage plan(Item item, OpenPlan it) {
        var sections = new ArrayList<OpenSection>();
        if (!it.summary().isBlank()) sections.add(section(null, 2, Parts.text(it.summary())));
        sections.add(section(null, 2, SummaryList.of().row("Owner", it.owner())));
        for (var issue : it.issues())
            sections.add(section(
                    issue.number() + ". " + issue.title(),
                    2,
                    issue.activities().isEmpty()
                            ? Parts.text("None")
                            : Table.of("Activities of issue " + issue.number())
                                    .captionHidden()
                                    .stacks()
                                    .head("No.", "Activity", "Progress", "Responsible officer", "Target", "Status")
                                    .rows(
                                            issue.activities(),
                                            each -> List.of(
                                                    Text.of(each.number()),
                                                    Shown.lines(each.words()),
                                                    Shown.lines(each.progress().stream()
                                                            .map(one -> day(one.on()) + ": " + one.words())
                                                            .collect(Collectors.joining("\n"))),
                                                    Text.of(each.officer()),
                                                    Text.of(each.target()),
                                                    Text.of(each.status())))));
        if (!it.outcomes().isEmpty())
            sections.add(section(
                    "Outcomes",
                    2,
                    Table.of("Outcomes")
                            .captionHidden()
                            .stacks()
                            .head("Outcome", "Unmet", "Met", "Exceeded", "Significantly exceeded", "Latest", "Band")
                            .rows(
                                    it.outcomes(),
                                    each -> List.of(
                                            Text.of(each.title()),
                                            Text.of(each.unmet()),
                                            Text.of(each.met()),
                                            Text.of(each.exceeded()),
                                            Text.of(each.farExceeded()),
                                            Text.of(
                                                    each.value() == null
                                                            ? "None yet"
                                                            : each.value() + " on " + day(each.on())),
                                            Text.of(each.band() == null ? "None yet" : each.band())))));
        return new OpenPage(it.title(), item.authorityName(), updated(item), false, sections);
    }
}
