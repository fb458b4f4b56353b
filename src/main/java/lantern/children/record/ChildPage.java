package lantern.children.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.access.Names;
import lantern.access.Withheld;
import lantern.calendar.London;
import lantern.children.ChildPanel;
import lantern.children.ChildPanel.Event;
import lantern.children.ChildPanel.StateOfNow;
import lantern.children.chronology.Chronology;
import lantern.children.chronology.ChronologyFilter;
import lantern.children.circumstances.Circumstances;
import lantern.platform.web.Page;
import lantern.timescales.State;
import lantern.timescales.Timescale;
import org.jspecify.annotations.Nullable;

/** What a child's page shows, and what this reader may do from it. */
public record ChildPage(
        ChildRecord child,
        Circumstances around,
        Names.Called people,
        List<StateOfNow> now,
        List<Timescale> timescales,
        Chronology chronology,
        ChronologyFilter filter,
        boolean dense,
        Withheld withheld,
        boolean older,
        boolean whole,
        boolean mayWrite,
        boolean maySeeWhoLooked,
        boolean mayRestrict,
        boolean mayExplain,
        boolean mayDisclose,
        boolean mayMerge,
        List<ChildPanel.Offer> offers,
        Instant at)
        implements Page {

    /** On a screen; paper has every event that was read. */
    private static final int FIRST = 20;

    static final List<String> STATES = List.of("plain", "attention", "urgent");

    /** A browser keeps titles in its history, so the title names the record and not the child. */
    @Override
    public String title() {
        return "Child " + child.reference();
    }

    @Override
    public boolean wide() {
        return true;
    }

    public LocalDate today() {
        return London.date(at);
    }

    public String born() {
        var born = child.dateOfBirth();
        if (born == null) return "not known";
        var age = child.age(today());
        var about = child.birthPrecision().equals("approximate") ? "about " : "";
        return about
                + London.day(born).substring(4)
                + (age == null ? "" : " (" + age + (age == 1 ? " year" : " years") + " old)")
                + (child.birthPrecision().equals("disputed") ? ", disputed" : "");
    }

    public String status() {
        var care = withheld.has("legal")
                ? "Legal status withheld"
                : child.lookedAfter() ? "Looked after" : "Not looked after";
        return care + (child.open() ? ", open" : ", closed");
    }

    public String worker() {
        var allocated = child.allocated();
        if (allocated == null) return "No allocated worker";
        return Stream.of(child.nameOf(allocated.worker()), allocated.team())
                .filter(each -> each != null)
                .collect(Collectors.joining(", "));
    }

    /** Said in the place of what the reader may not have. */
    public String ask() {
        return Withheld.ask(child.allocated() == null ? null : worker());
    }

    public String nowLevel() {
        return now.stream()
                .map(StateOfNow::level)
                .max(java.util.Comparator.comparingInt(STATES::indexOf))
                .orElse("plain");
    }

    /** True for an event that only stands on paper until somebody asks for all. */
    public boolean onPaperOnly(int index) {
        return !whole && index >= FIRST;
    }

    /** What leads to the events that are not on the screen; null when all are. */
    public @Nullable String showAll() {
        if (whole) return null;
        if (chronology.next() != null) return "Show all events";
        var many = chronology.events().size();
        return many > FIRST ? "Show all " + many + " events" : null;
    }

    public String extent() {
        var shown = chronology.only(filter).extent(whole ? Integer.MAX_VALUE : FIRST);
        return filter.isEmpty() ? shown : shown + ", of " + chronology.events().size() + " that are recorded";
    }

    public List<Event> events() {
        return chronology.only(filter).events();
    }

    /** Where this page is with another density or other events, and all else as it is. */
    public String chronologyAt(boolean dense, boolean all) {
        var query = (all ? "&show=all" : "") + (dense ? "&density=dense" : "") + filter.query();
        return "/children/" + child.id() + (query.isEmpty() ? "" : "?" + query.substring(1)) + "#chronology";
    }

    public String chronologyUnfiltered() {
        return "/children/" + child.id() + (dense ? "?density=dense" : "") + "#chronology";
    }

    /** As "Recorded 3 May by Pat: it was ...". */
    public String amended(ChildPanel.Amendment amendment) {
        return "Corrected " + London.when(amendment.at(), at) + (amendment.by() == null ? "" : " by " + amendment.by())
                + ". " + amendment.words();
    }

    public String when(Event event) {
        var at = event.happenedAt();
        return at.equals(London.startOf(London.date(at))) ? London.day(London.date(at)) : London.when(at, this.at);
    }

    /** Said only when it was typed on another day than it happened. */
    public @Nullable String recorded(Event event) {
        return London.date(event.recordedAt()).equals(London.date(event.happenedAt()))
                ? null
                : London.when(event.recordedAt(), at);
    }

    public List<Timescale> openTimescales() {
        return timescales.stream().filter(each -> each.state().open()).toList();
    }

    static Optional<StateOfNow> late(List<Timescale> timescales) {
        var late =
                timescales.stream().filter(each -> each.state() == State.LATE).count();
        if (late == 0) return Optional.empty();
        return Optional.of(new StateOfNow(
                late == 1 ? "1 timescale is late" : late + " timescales are late", "urgent", "#timescales"));
    }
}
