package lantern.children.linkage.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Dates of any usual writing as eight digits, year first: 2011-04-09, 20110409, 09/04/2011, 4/9/2011, 9 April 2011. Whether the day
 * or the month comes first is decided for a whole column. A year alone stays a year.
 */
final class Dates {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern MONTH =
            Pattern.compile("(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", Pattern.CASE_INSENSITIVE);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final boolean monthFirst;
    private final boolean yearLast;

    private Dates(boolean monthFirst, boolean yearLast) {
        this.monthFirst = monthFirst;
        this.yearLast = yearLast;
    }

    static List<String> digits(List<String> cells) {
        var monthsFirst = 0;
        var daysFirst = 0;
        var yearsLast = 0;
        var yearsFirst = 0;
        for (var cell : cells) {
            var numbers = numbers(cell);
            if (numbers.size() >= 3 && numbers.getFirst().length() <= 2) {
                if (Integer.parseInt(numbers.getFirst()) > 12) daysFirst++;
                else if (numbers.get(1).length() <= 2 && Integer.parseInt(numbers.get(1)) > 12) monthsFirst++;
            } else if (numbers.size() == 1
                    && cell.strip().length() == 8
                    && numbers.getFirst().length() == 8) {
                if (numbers.getFirst().matches("(18|19|20).*")) yearsFirst++;
                else if (numbers.getFirst().matches("....(18|19|20)..")) yearsLast++;
            }
        }
        var dates = new Dates(monthsFirst > daysFirst, yearsLast > yearsFirst);
        return cells.stream().map(dates::one).toList();
    }

    private String one(String cell) {
        if (cell.isBlank()) return "";
        var numbers = numbers(cell);
        var month = MONTH.matcher(cell);
        if (month.find() && numbers.size() >= 2) {
            var name = month.group(1).toLowerCase(Locale.ROOT);
            var yearFirst = numbers.getFirst().length() == 4;
            return joined(
                    numbers.get(yearFirst ? 0 : 1),
                    String.valueOf(MONTHS.indexOf(name) + 1),
                    numbers.get(yearFirst ? 1 : 0));
        }
        if (numbers.size() >= 3) {
            if (numbers.getFirst().length() >= 3) return joined(numbers.get(0), numbers.get(1), numbers.get(2));
            return monthFirst
                    ? joined(numbers.get(2), numbers.get(0), numbers.get(1))
                    : joined(numbers.get(2), numbers.get(1), numbers.get(0));
        }
        var all = String.join("", numbers);
        if (all.length() == 8 && yearLast) {
            var year = all.substring(4);
            return monthFirst ? year + all.substring(0, 4) : year + all.substring(2, 4) + all.substring(0, 2);
        }
        return all.length() < 4 ? "" : all.length() > 8 ? all.substring(0, 8) : all;
    }

    private static String joined(String year, String month, String day) {
        var four = year.length() == 2 ? (Integer.parseInt(year) > 30 ? "19" : "20") + year : year;
        var digits = padded(four, 4) + padded(month, 2) + padded(day, 2);
        return digits.length() > 8 ? digits.substring(0, 8) : digits;
    }

    private static String padded(String number, int length) {
        return "0".repeat(Math.max(0, length - number.length())) + number;
    }

    private static List<String> numbers(String cell) {
        var numbers = new ArrayList<String>();
        var found = NUMBER.matcher(cell);
        while (found.find() && numbers.size() < 3) numbers.add(found.group());
        return numbers;
    }
}
