package lantern.children.looks;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.platform.web.Page;

/** Who outside the reader's team opened the records of the reader's children on a day. */
public record LookedAtMinePage(LocalDate day, List<Row> rows, boolean later) implements Page {
    public record Row(UUID child, String name, String who, String agency, int times, String when) {}

    @Override
    public String title() {
        return "Who looked at your children on " + London.day(day);
    }

    @Override
    public String back() {
        return "/";
    }

    public String before() {
        return "/my/children/looks?day=" + day.minusDays(1);
    }

    public String after() {
        return "/my/children/looks?day=" + day.plusDays(1);
    }
}
