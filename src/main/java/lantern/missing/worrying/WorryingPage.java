package lantern.missing.worrying;

import gg.jte.Content;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lantern.access.Names;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.components.Cell;
import lantern.platform.web.components.Lines;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;

/** The month's children: who is chosen, by whom and why; who was taken off; whom the rule proposes. */
public record WorryingPage(
        LocalDate month,
        List<Chosen> all,
        List<Worry> proposed,
        Names.Called names,
        boolean mayChoose,
        boolean thisMonth,
        int lately)
        implements Page {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    @Override
    public String title() {
        return "Most worrying children, " + MONTH.format(month);
    }

    @Override
    public String back() {
        return "/missing/lists";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String rule() {
        return Worry.rule(lately);
    }

    public List<Chosen> chosen() {
        return all.stream().filter(each -> each.takenOff() == null).toList();
    }

    public List<Chosen> takenOff() {
        return all.stream().filter(each -> each.takenOff() != null).toList();
    }

    public String file() {
        return "/missing/most-worrying.csv?month=" + month.toString().substring(0, 7);
    }

    public String before() {
        return "/missing/most-worrying?month=" + month.minusMonths(1).toString().substring(0, 7);
    }

    public Table chosenTable() {
        return Table.of("Chosen for the monthly group")
                .captionHidden()
                .head(List.of(
                        Cell.of("Child"),
                        Cell.of("Points then").format("numeric"),
                        Cell.of("Why"),
                        Cell.of("Chosen by"),
                        Cell.of("")))
                .stacks()
                .rows(
                        chosen(),
                        each -> List.of(
                                Link.to("/children/" + each.child(), each.name()),
                                Cell.number(each.points()),
                                Text.of(each.because()),
                                new Lines(Text.of(name(each)), London.dateTime(each.at())),
                                mayChoose && thisMonth
                                        ? Link.to("/missing/most-worrying/" + each.id() + "/off", "Take off the list")
                                        : Text.of("")));
    }

    public Table proposedTable() {
        return Table.of("Proposed by the rule")
                .captionHidden()
                .head(List.of(
                        Cell.of("Child"), Cell.of("Points").format("numeric"), Cell.of("Working"), Cell.of("Choose")))
                .stacks()
                .rows(
                        proposed,
                        each -> List.<Content>of(
                                Link.to("/missing/episodes/" + each.latest(), each.name()),
                                Cell.number(each.points()),
                                Text.of(each.working()),
                                mayChoose
                                        ? Link.to("/missing/most-worrying/choice?child=" + each.child(), "Choose")
                                        : Text.of("")));
    }

    String name(Chosen chosen) {
        return Objects.requireNonNullElse(names.name(chosen.by()), "Not known");
    }
}
