package lantern.meetings.intelligence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Radios;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Tag;
import lantern.platform.web.components.Text;
import lantern.platform.web.forms.Form;

/** Intelligence from meetings: what waits for a decision, and one item. */
public final class IntelligencePages {
    private IntelligencePages() {}

    public record Waiting(List<Items.Item> items, Map<UUID, String> names, Instant now) implements Page {
        @Override
        public String title() {
            return "Intelligence from meetings, not yet confirmed";
        }

        @Override
        public String back() {
            return "/meetings";
        }

        public Table table() {
            return Table.of(title() + ", the oldest first")
                    .captionHidden()
                    .head("What", "About", "From", "Noted")
                    .stacks()
                    .rows(
                            items,
                            each -> List.of(
                                    Link.to("/meetings/intelligence/" + each.id(), each.words()),
                                    Text.of(Objects.requireNonNullElse(names.get(each.child()), "A child")),
                                    Text.of(each.fromWhom()),
                                    Text.of(London.when(each.notedAt(), now))));
        }
    }

    public record One(Form form, Items.Item item, String child, Names.Called called, boolean mayDecide)
            implements Page.WithForm {
        @Override
        public String title() {
            return "Intelligence from a meeting";
        }

        @Override
        public String back() {
            return "/meetings/" + item.meeting();
        }

        public Tag tag() {
            if (item.decidedAt() == null) return Tag.of("Not yet confirmed").colour("orange");
            return item.setAsideBecause() == null
                    ? Tag.of("Confirmed").green()
                    : Tag.of("Set aside").grey();
        }

        public String action() {
            return "/meetings/intelligence/" + item.id() + "/decision";
        }

        public boolean asks() {
            return mayDecide && item.decidedAt() == null;
        }

        public Radios decision() {
            return Radios.of("decision", "Does it go on?")
                    .item("confirm", "Yes: it is confirmed, and goes to the operational group")
                    .item("aside", "No: set it aside")
                    .from(form);
        }

        public SummaryList facts() {
            var facts = SummaryList.of()
                    .row("What", item.words())
                    .row("From", item.fromWhom())
                    .row("Noted", moment(item.notedAt(), item.notedBy()));
            if (item.decidedAt() == null) return facts;
            facts = facts.row("Decided", moment(item.decidedAt(), item.decidedBy()));
            return item.setAsideBecause() == null ? facts : facts.row("Because", item.setAsideBecause());
        }

        private String moment(Instant at, @org.jspecify.annotations.Nullable UUID by) {
            return London.dateTime(at) + ", " + Objects.requireNonNullElse(called.name(by), "not known");
        }
    }
}
