package lantern.children.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lantern.children.Wanted;
import lantern.children.identifiers.IdentifierKind;
import lantern.children.identifiers.NhsNumber;
import lantern.children.identifiers.Postcode;
import lantern.children.identifiers.Upn;
import org.jspecify.annotations.Nullable;

/** What somebody typed into the one search box, read in the few ways it can be meant. */
record SearchText(
        @Nullable String reference,
        List<Wanted> readings,
        @Nullable String typedReference) {
    private static final Pattern REFERENCE = Pattern.compile("\\bC-\\d{4,12}\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY =
            Pattern.compile("\\b(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-](\\d{4})\\b|\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern PHONE = Pattern.compile("(?<!\\w)(?:\\+44|0044|0)[\\d ]{9,14}\\d");
    private static final Pattern NHS = Pattern.compile("\\b\\d{3}[ -]?\\d{3}[ -]?\\d{4}\\b");
    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
    /** What may be the reference of an episode or a notification: no spaces, some digits. */
    private static final Pattern OF_AN_AGENCY = Pattern.compile("(?=(?:\\D*\\d){3})[\\p{Alnum}/._:#-]{3,60}");

    private static final int LONGEST = 200;

    static SearchText of(@Nullable String typed, @Nullable LocalDate bornOn, @Nullable String identifier) {
        var rest = new Rest(
                typed == null
                        ? ""
                        : typed.strip()
                                .substring(0, Math.min(LONGEST, typed.strip().length())));
        var reference = rest.take(REFERENCE);
        var born = bornOn != null ? bornOn : rest.takeDay();
        var nhs = rest.takeIf(NHS, NhsNumber::isWellFormed);
        var phone = rest.take(PHONE);
        var postcode = rest.takeIf(POSTCODE, Postcode::isWellFormed);
        var given =
                identifier != null && !identifier.isBlank() ? identifier.strip() : nhs != null ? nhs : rest.takeCode();
        var readings = new ArrayList<Wanted>();
        for (var names : names(rest.words.strip())) {
            for (var identifiers : identifiers(given)) {
                var wanted = new Wanted(
                        names.family,
                        names.given,
                        null,
                        born,
                        null,
                        identifiers,
                        postcode == null ? List.of() : List.of(postcode),
                        phone == null ? List.of() : List.of(phone));
                if (saysAnything(wanted)) readings.add(wanted);
            }
        }
        var whole = typed == null ? "" : typed.strip();
        return new SearchText(
                reference == null ? null : reference.toUpperCase(Locale.ROOT),
                List.copyOf(readings),
                reference == null && OF_AN_AGENCY.matcher(whole).matches() ? whole : null);
    }

    boolean isEmpty() {
        return reference == null && readings.isEmpty();
    }

    private record Names(@Nullable String family, @Nullable String given) {}

    private static List<Names> names(String words) {
        if (words.isEmpty()) return List.of(new Names(null, null));
        var comma = words.indexOf(',');
        if (comma > 0)
            return List.of(new Names(
                    words.substring(0, comma).strip(),
                    words.substring(comma + 1).strip()));
        var parts = Arrays.asList(words.split("\\s+"));
        if (parts.size() == 1) return List.of(new Names(words, null), new Names(null, words));
        var lastIsFamily = new Names(parts.getLast(), String.join(" ", parts.subList(0, parts.size() - 1)));
        if (parts.size() == 2) return List.of(lastIsFamily);
        // "Ana van der Berg" as well as "Ana Maria Berg".
        return List.of(lastIsFamily, new Names(String.join(" ", parts.subList(1, parts.size())), parts.getFirst()));
    }

    private static List<Map<String, String>> identifiers(@Nullable String value) {
        if (value == null) return List.of(Map.of());
        if (NhsNumber.isWellFormed(value)) return List.of(Map.of(IdentifierKind.NHS_NUMBER.code(), value));
        if (Upn.isWellFormed(value)) return List.of(Map.of(IdentifierKind.UPN.code(), value));
        return Arrays.stream(IdentifierKind.values())
                .map(kind -> Map.of(kind.code(), value))
                .toList();
    }

    private static boolean saysAnything(Wanted wanted) {
        return wanted.familyName() != null
                || wanted.givenNames() != null
                || wanted.dateOfBirth() != null
                || !wanted.identifiers().isEmpty()
                || !wanted.phones().isEmpty()
                || !wanted.postcodes().isEmpty();
    }

    /** The words not yet understood. */
    private static final class Rest {
        private String words;

        Rest(String words) {
            this.words = words;
        }

        @Nullable
        String take(Pattern pattern) {
            return takeIf(pattern, value -> true);
        }

        @Nullable
        String takeIf(Pattern pattern, java.util.function.Predicate<String> right) {
            var found = pattern.matcher(words);
            if (!found.find() || !right.test(found.group())) return null;
            var value = found.group();
            words = (words.substring(0, found.start()) + " " + words.substring(found.end())).strip();
            return value;
        }

        @Nullable
        LocalDate takeDay() {
            var found = DAY.matcher(words);
            if (!found.find()) return null;
            try {
                var dayFirst = found.group(1) != null;
                var date = LocalDate.of(
                        number(found.group(dayFirst ? 3 : 4)),
                        number(found.group(dayFirst ? 2 : 5)),
                        number(found.group(dayFirst ? 1 : 6)));
                words = (words.substring(0, found.start()) + " " + words.substring(found.end())).strip();
                return date;
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** A word with digits in it: a reference of some other system. */
        @Nullable
        String takeCode() {
            for (var word : words.split("\\s+")) {
                if (word.chars().filter(Character::isDigit).count() < 3) continue;
                words = words.replace(word, " ").strip();
                return word;
            }
            return null;
        }

        private static int number(String digits) {
            return Integer.parseInt(digits);
        }
    }
}
