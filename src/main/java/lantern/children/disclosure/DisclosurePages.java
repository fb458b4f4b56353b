package lantern.children.disclosure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.children.Sendable;
import lantern.platform.web.Page;
import lantern.platform.web.components.Checkboxes;
import lantern.platform.web.components.Choice;
import lantern.platform.web.components.SummaryList;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** The pages of copies: those of a child, a new one, one being prepared, one that was decided, and the lists of them. */
public final class DisclosurePages {
    private DisclosurePages() {}

    static SummaryList list(List<Sendable.Line> lines) {
        var list = SummaryList.of();
        for (var line : lines) list = list.row(line.label(), line.text());
        return list;
    }

    /**
     * @param start where a new copy is begun; null on lists that are not of one child
     * @param none what is said when there are none
     */
    public record All(
            String title,
            @Nullable String back,
            List<Disclosure> disclosures,
            Map<String, String> documents,
            Names.Called called,
            @Nullable String start,
            String none,
            Instant now)
            implements Page {
        @Override
        public boolean wide() {
            return true;
        }

        public String document(Disclosure each) {
            return documents.getOrDefault(each.document(), each.document());
        }

        public String prepared(Disclosure each) {
            return London.when(each.preparedAt(), now) + ", "
                    + Objects.requireNonNullElse(called.name(each.preparedBy()), "not known");
        }

        public String state(Disclosure each) {
            var at = each.decidedAt();
            return each.state().words + (at == null ? "" : ", " + London.when(at, now));
        }
    }

    /** @param recipients agencies by id, and who is outside */
    public record New(
            Form form,
            UUID child,
            String name,
            String reference,
            Map<String, String> documents,
            Map<String, String> recipients)
            implements Page.WithForm {
        @Override
        public String title() {
            return "Share what is recorded";
        }

        @Override
        public String back() {
            return "/children/" + child + "/disclosures";
        }

        public Map<String, String> grounds() {
            return Basis.choices();
        }
    }

    public record Preparing(
            Form form, Disclosure disclosure, String document, String child, List<Composer.Composed> parts)
            implements Page.WithForm {
        @Override
        public String title() {
            return "Copy for " + disclosure.recipient();
        }

        @Override
        public String back() {
            return "/children/" + disclosure.child() + "/disclosures";
        }

        @Override
        public boolean wide() {
            return true;
        }

        public List<Part> shown() {
            return parts.stream().map(Part::new).toList();
        }

        public Checkboxes choices() {
            var boxes = Checkboxes.of("parts", "What goes into the copy?")
                    .hint(
                            "Ticked: what the recipient may see by itself. What is withheld goes only with a reason, and what is of high risk only"
                                    + " when a second person agrees.")
                    .values(parts.stream()
                            .filter(Composer.Composed::goesByItself)
                            .map(each -> each.part().code())
                            .toList());
            for (var each : parts) {
                var choice = Choice.of(each.part().code(), each.part().heading());
                var withheld = each.withheld();
                boxes = boxes.item(
                        withheld == null
                                ? choice
                                : choice.hint("Withheld: " + withheld
                                        + (each.needsSecond() ? ". A second person must agree" : "")));
            }
            return form.fields().isEmpty() ? boxes : boxes.from(form);
        }
    }

    /** A part of a copy that is being prepared. */
    public record Part(Composer.Composed composed) {
        public String heading() {
            return composed.part().heading();
        }

        public @Nullable String withheld() {
            return composed.withheld();
        }

        public SummaryList lines() {
            return list(composed.part().lines());
        }
    }

    /**
     * @param child null for who is given the copy and does not see the record
     */
    public record One(
            Form form,
            Disclosure disclosure,
            String document,
            @Nullable String child,
            List<Disclosure.Kept> parts,
            Names.Called called,
            boolean mayDecide,
            boolean received,
            Instant now)
            implements Page.WithForm {
        @Override
        public String title() {
            return "Copy for " + disclosure.recipient();
        }

        @Override
        public String back() {
            return received ? "/disclosures/received" : "/children/" + disclosure.child() + "/disclosures";
        }

        /** Why and who agreed is not for whoever is given the copy. */
        public SummaryList facts() {
            var facts = SummaryList.of()
                    .row("What", document)
                    .row("State", disclosure.state().words)
                    .row("What for", disclosure.purpose())
                    .row("Ground", disclosure.basisInWords())
                    .row("Prepared", prepared());
            var decided = decided();
            if (decided != null) facts = facts.row(sent() ? "Sent" : "Decided", decided);
            if (received) return facts;
            if (disclosure.reason() != null) facts = facts.row("Why withheld parts go along", disclosure.reason());
            if (disclosure.decision() != null) facts = facts.row("What was said", disclosure.decision());
            return facts;
        }

        private String prepared() {
            return London.when(disclosure.preparedAt(), now) + ", "
                    + Objects.requireNonNullElse(called.name(disclosure.preparedBy()), "not known");
        }

        private @Nullable String decided() {
            var at = disclosure.decidedAt();
            if (at == null) return null;
            return London.when(at, now) + ", "
                    + Objects.requireNonNullElse(called.name(disclosure.decidedBy()), "not known");
        }

        public List<Disclosure.Kept> included() {
            return parts.stream().filter(each -> each.withheld() == null).toList();
        }

        public Map<String, String> withheld() {
            var withheld = new LinkedHashMap<String, String>();
            for (var each : parts) {
                var why = each.withheld();
                if (why != null) withheld.put(each.heading(), why);
            }
            return withheld;
        }

        public SummaryList lines(Disclosure.Kept part) {
            return list(part.lines());
        }

        public boolean waiting() {
            return disclosure.state() == Disclosure.State.WAITING;
        }

        public boolean sent() {
            return disclosure.state() == Disclosure.State.SENT;
        }
    }
}
