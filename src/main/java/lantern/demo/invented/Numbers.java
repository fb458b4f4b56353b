package lantern.demo.invented;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Identifiers with a right check digit that nobody was given: NHS numbers of the test range 999, unique pupil numbers of authority
 * codes that are not in use, and the telephone numbers that Ofcom keeps for drama.
 */
public final class Numbers {
    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /** Ofcom, telephone numbers for use in TV and radio drama programmes: a thousand numbers behind each. */
    private static final List<String> LANDLINES = List.of(
            "0113 496 0",
            "0114 496 0",
            "0115 496 0",
            "0116 496 0",
            "0117 496 0",
            "0118 496 0",
            "0121 496 0",
            "0131 496 0",
            "0141 496 0",
            "0151 496 0",
            "0161 496 0",
            "020 7946 0",
            "0191 498 0",
            "028 9649 6",
            "029 2018 0",
            "01632 960 ",
            "01632 961 ");

    private Numbers() {}

    /** Each serial number has its own; one in eleven has none, because its check digit would be 10. */
    public static Optional<String> nhsNumber(int serial) {
        var nine = "999" + padded(Math.floorMod(serial * 387_421L + 7, 1_000_000L), 6);
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (10 - i) * (nine.charAt(i) - '0');
        var check = (11 - sum % 11) % 11;
        return check == 10 ? Optional.empty() : Optional.of(nine + check);
    }

    /** Authority code, school, the year the number was given, and a number in that year. */
    public static String upn(int authorityCode, int yearGiven, int serial) {
        var unique = padded(Math.floorMod(serial * 3_874_211L + 11, 10_000_000L), 7);
        var twelve =
                padded(authorityCode, 3) + unique.substring(0, 4) + padded(yearGiven % 100, 2) + unique.substring(4);
        var sum = 0;
        for (var i = 0; i < 12; i++) sum += (i + 2) * (twelve.charAt(i) - '0');
        return UPN_LETTERS.charAt(sum % UPN_LETTERS.length()) + twelve;
    }

    public static String mobile(Seeded chance) {
        return "07700 900" + padded(chance.below(1000), 3);
    }

    public static String landline(Seeded chance) {
        return chance.pick(LANDLINES) + padded(chance.below(1000), 3);
    }

    public static String padded(long number, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }
}
