package lantern.missing.figures;

import gg.jte.Content;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lantern.calendar.London;
import lantern.missing.interview.Ratings;
import lantern.platform.documents.Numbered;
import lantern.platform.web.Page;
import lantern.platform.web.components.Select;
import org.jspecify.annotations.Nullable;

/** The figures of a quarter on the page. */
public record FiguresPage(Quarter quarter, @Nullable String rating, Numbered paper, boolean mayChangeRule, Instant now)
        implements Page {
    @Override
    public String title() {
        return paper.document().title();
    }

    @Override
    public String back() {
        return "/missing/interviews";
    }

    public List<Content> questions() {
        var quarters = new LinkedHashMap<String, String>();
        for (var at = Quarter.of(YearMonth.from(London.date(now)));
                quarters.size() < 12;
                at = new Quarter(at.first().minusMonths(3))) quarters.put(at.toString(), at.words());
        quarters.putIfAbsent(quarter.toString(), quarter.words());
        var ratings = new LinkedHashMap<String, String>(Map.of("", "All"));
        ratings.putAll(Ratings.CHOICES);
        ratings.put("none", "Not rated");
        return List.of(
                Select.of("quarter", "Received in").items(quarters).value(quarter.toString()),
                Select.of("rating", "Rating").items(ratings).value(Objects.requireNonNullElse(rating, "")));
    }

    public String file(String extension) {
        return "/missing/interviews/figures." + extension + "?quarter=" + quarter
                + (rating == null ? "" : "&rating=" + rating);
    }

    public String list() {
        return "/missing/interviews/referrals?month=" + quarter;
    }
}
