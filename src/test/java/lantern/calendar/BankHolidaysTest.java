package lantern.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankHolidaysTest {
    /** Facts published on gov.uk, chosen for their substitutes and one-off changes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-01-02", "2012-06-04", "2012-06-05", "2015-12-28", "2016-03-25", "2016-03-28", "2016-12-26",
                "2016-12-27", "2017-01-02", "2017-04-17", "2020-05-08", "2020-12-28", "2021-12-27", "2021-12-28",
                "2022-01-03", "2022-06-02", "2022-06-03", "2022-09-19", "2023-01-02", "2023-05-08", "2026-12-28"
            })
    void a_published_bank_holiday_is_a_bank_holiday(LocalDate day) {
        assertThat(BankHolidays.on(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2012-05-28", "2020-05-04", "2022-05-30", "2016-12-25", "2021-12-26", "2022-01-01"})
    void a_moved_day_and_a_weekend_are_not(LocalDate day) {
        assertThat(BankHolidays.on(day)).isFalse();
    }

    @Test
    void years_without_a_published_list_are_provisional() {
        assertThat(BankHolidays.provisional(LocalDate.of(2027, 12, 28))).isFalse();
        assertThat(BankHolidays.provisional(LocalDate.of(2028, 1, 3))).isTrue();
    }

    @Test
    void every_year_from_2012_to_2030_agrees_with_the_list_of_the_specification() throws IOException {
        var list = specification();
        assumeTrue(list != null, "the specification's folder is not beside this project");
        var expected = new TreeSet<LocalDate>();
        for (var line : Files.readAllLines(list).stream().skip(1).toList()) {
            expected.add(LocalDate.parse(line.substring(0, 10)));
        }
        var computed = new TreeMap<LocalDate, String>();
        for (var year = 2012; year <= 2030; year++) computed.putAll(BankHolidays.in(year));
        assertThat(computed.keySet()).isEqualTo(expected);
    }

    private static @Nullable Path specification() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var list = folder.resolve("shared/data/bank-holidays/england-wales-bank-holidays-2012-2030.csv");
            if (Files.exists(list)) return list;
        }
        return null;
    }
}
