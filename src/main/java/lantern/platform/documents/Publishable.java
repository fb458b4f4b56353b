package lantern.platform.documents;

import java.util.List;
import java.util.regex.Pattern;
import lantern.platform.Refused;

/** What a public document may not hold: a number that identifies a child, or a count of children small enough to. */
final class Publishable {
    /** Counts of one to four are withheld, as the Department for Education does in its own statistics. */
    private static final int THRESHOLD = 5;

    private static final Pattern PUPIL = Pattern.compile("\\b[A-Z]\\d{11}[0-9A-Z]\\b");
    private static final Pattern TEN_DIGITS =
            Pattern.compile("(?<![\\d£,.])(\\d{3})[ -]?(\\d{3})[ -]?(\\d{4})(?![\\d,.]\\d)");

    private Publishable() {}

    static void check(Numbered numbered) {
        numbered.document().facts().forEach(fact -> words(fact.words()));
        words(numbered.document().title());
        for (var line : numbered.lines()) {
            switch (line) {
                case Numbered.Heading it -> words(it.words());
                case Numbered.Numbering it -> words(it.words());
                case Numbered.Listed it -> it.items().forEach(Publishable::words);
                case Numbered.Noted it -> words(it.words());
                case Numbered.Drawn it -> words(it.figure().message());
                case Numbered.Tabled it -> it.table().rows().forEach(Publishable::row);
            }
        }
    }

    private static void row(List<Value> row) {
        for (var value : row) {
            words(value.words());
            var number = value.number();
            if (value.people() && number != null && number.signum() > 0 && number.intValue() < THRESHOLD)
                throw new Refused(
                        "A count of fewer than %d children cannot be published: join it with another row, or withhold it"
                                .formatted(THRESHOLD));
        }
    }

    private static void words(String words) {
        var ten = TEN_DIGITS.matcher(words);
        while (ten.find())
            if (nhs(ten.group(1) + ten.group(2) + ten.group(3)))
                throw new Refused("This paper holds what looks like an NHS number: take it out before it is published");
        if (PUPIL.matcher(words).find())
            throw new Refused("This paper holds what looks like a pupil number: take it out before it is published");
    }

    /** The modulus 11 check of the NHS Data Dictionary. A telephone number without its leading zero rarely passes it. */
    private static boolean nhs(String digits) {
        if (digits.startsWith("0")) return false;
        var sum = 0;
        for (int i = 0; i < 9; i++) sum += (digits.charAt(i) - '0') * (10 - i);
        var check = 11 - sum % 11;
        return check != 10 && (check == 11 ? 0 : check) == digits.charAt(9) - '0';
    }
}
