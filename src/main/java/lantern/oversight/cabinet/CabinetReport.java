package lantern.oversight.cabinet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lantern.oversight.papers.ActionPlanPaper;
import lantern.oversight.programme.Listing;
import lantern.oversight.programme.Lists;
import lantern.oversight.programme.Measure;
import lantern.oversight.programme.Programme.Row;
import org.jspecify.annotations.Nullable;

/**
 * A report to the executive with all that it is made of. What can be added up is added up here and nowhere typed.
 *
 * @param lists of the report, by the list
 * @param contact the row of the directory
 * @param plan the action plan that goes with it
 * @param bodies who answers to whom
 */
public record CabinetReport(
        Row row,
        Map<Listing, List<Row>> lists,
        @Nullable Row contact,
        @Nullable ActionPlanPaper plan,
        List<Measure> measures,
        List<Row> bodies) {

    /**
     * Notice of a key decision is published 28 clear days before it: the Local Authorities (Executive Arrangements) (Meetings and Access to
     * Information) (England) Regulations 2012, regulation 9.
     */
    private static final int CLEAR_DAYS_OF_NOTICE = 28;

    List<Row> rows(Listing listing) {
        return lists.getOrDefault(listing, List.of());
    }

    boolean yes(String column) {
        return row.of(column).equals("yes");
    }

    boolean exempt() {
        return !row.of("exempt").isBlank();
    }

    LocalDate consideredOn() {
        return Objects.requireNonNull(row.day("considered_on"));
    }

    @Nullable
    LocalDate noticeBy() {
        return row.of("decision_type").equals("key") ? consideredOn().minusDays(CLEAR_DAYS_OF_NOTICE + 1L) : null;
    }

    /** @param payer empty for everybody */
    BigDecimal pounds(String payer) {
        return sum("pounds", payer);
    }

    /** Of those lines that give posts. */
    BigDecimal posts(String payer) {
        return sum("posts", payer);
    }

    private BigDecimal sum(String column, String payer) {
        return rows(Lists.COSTS).stream()
                .filter(each -> payer.isEmpty() || each.of("payer").equals(payer))
                .map(each -> each.of(column))
                .filter(each -> !each.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long consulted(String place) {
        return rows(Lists.CONSULTEES).stream()
                .filter(each -> each.of("place_of_work").equals(place))
                .count();
    }

    long returned() {
        return rows(Lists.CONSULTEES).stream()
                .filter(each -> !each.of("returned_on").isEmpty())
                .count();
    }

    /** What a fixed section says, or null when nobody has answered it yet. "None" is an answer. */
    @Nullable
    String section(String code) {
        return rows(Lists.SECTIONS).stream()
                .filter(each -> each.of("section").equals(code))
                .map(each -> each.of("words"))
                .reduce((one, another) -> one + "\n" + another)
                .orElse(null);
    }
}
