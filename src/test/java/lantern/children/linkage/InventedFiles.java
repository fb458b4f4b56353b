package lantern.children.linkage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import lantern.children.linkage.file.Table;
import lantern.children.linkage.text.GivenNames;

/** Files of invented people with duplicates, of three shapes: a register of children, an address list, people with many records. */
public final class InventedFiles {
    private static final List<String> SYLLABLES =
            List.of(("ba ber bel car cla dan del der ed el en fer fin gar gil ham har hol in ja jen kel ken la "
                            + "lan lee lin mac mar mon nel new ol or pa per ray ric ro sa ser son ste tay tho ton van wal wat wil win ya")
                    .split(" "));
    private static final List<String> REAL = List.of(
            ("mohammed ahmed ali yusuf ibrahim omar abdullah fatima aisha khadija maryam sara siobhan sean niamh aoife ciaran aidan conor "
                            + "rhys catherine caitlin elizabeth eleanor isabella margaret anna rebecca rachel abigail alexandra alexander amelia charlotte "
                            + "georgia jessica jennifer joanne kimberley madeleine thomas william james robert richard michael matthew daniel joseph")
                    .split(" "));
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final Random random;
    private final Slips slips;

    public InventedFiles(long seed) {
        this.random = new Random(seed);
        this.slips = new Slips(random);
    }

    /** Children with brothers and sisters at one address and under one phone number, some of them twice. */
    public Table children(int families, double twice) {
        var given = new ArrayList<>(REAL);
        given.addAll(words(700, 1, 3));
        var family = words(6_000, 2, 3);
        var rows = new ArrayList<List<String>>();
        for (var f = 0; f < families; f++) {
            var name = often(family);
            var postcode = postcode();
            var phone = random.nextInt(3) == 0 ? "" : "07" + digits(9);
            var last = LocalDate.of(2007, 1, 1).plusDays(random.nextInt(6_000));
            for (var sibling = 0; sibling <= random.nextInt(3); sibling++) {
                var twin = sibling > 0 && random.nextInt(30) == 0;
                last = twin ? last : last.plusDays(400 + random.nextInt(900));
                var child = List.of(
                        rows.size() + "",
                        often(given),
                        random.nextInt(12) == 0 ? often(family) : name,
                        last.toString(),
                        random.nextBoolean() ? "female" : "male",
                        random.nextInt(8) == 0 ? "" : postcode,
                        phone,
                        random.nextInt(2) == 0 ? "" : digits(10));
                rows.add(child);
                if (random.nextDouble() < twice) rows.add(childAgain(child, family));
            }
        }
        return table(
                "children.csv",
                List.of(
                        "person",
                        "given_names",
                        "family_name",
                        "date_of_birth",
                        "sex",
                        "postcode",
                        "phone",
                        "nhs_number"),
                rows);
    }

    private List<String> childAgain(List<String> child, List<String> families) {
        var row = new ArrayList<>(child);
        var born = LocalDate.parse(child.get(3));
        if (random.nextInt(10) == 0)
            row.set(1, random.nextInt(3) == 0 ? row.get(1).substring(0, 1) : slips.typed(row.get(1)));
        if (random.nextInt(15) == 0) row.set(1, misheard(row.get(1)));
        var forms = List.copyOf(new java.util.TreeSet<>(GivenNames.formsOf(row.get(1))));
        if (!forms.isEmpty() && random.nextInt(6) == 0) row.set(1, forms.get(random.nextInt(forms.size())));
        if (random.nextInt(50) == 0) row.set(1, often(families));
        if (random.nextInt(40) == 0) Collections.swap(row, 1, 2);
        if (random.nextInt(12) == 0)
            row.set(2, random.nextInt(3) == 0 ? row.get(2) + "-" + often(families) : misheard(row.get(2)));
        if (random.nextInt(15) == 0) row.set(2, often(families));
        switch (random.nextInt(40)) {
            case 0 -> row.set(3, LocalDate.of(born.getYear(), 1, 1).toString());
            case 1 -> row.set(3, born.plusDays(random.nextInt(60) - 30).toString());
            case 2 -> row.set(3, slips.typed(child.get(3).replace("-", "")));
            case 3 ->
                row.set(
                        3,
                        born.getDayOfMonth() <= 12
                                ? LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue())
                                        .toString()
                                : "");
            default -> {}
        }
        if (random.nextInt(40) == 0) row.set(4, "");
        if (random.nextInt(5) == 0) row.set(5, random.nextInt(3) == 0 ? slips.typed(row.get(5)) : postcode());
        if (random.nextInt(3) == 0) row.set(6, random.nextInt(8) == 0 ? slips.typed(row.get(6)) : "07" + digits(9));
        if (random.nextInt(100) == 0) row.set(4, row.get(4).equals("male") ? "female" : "male");
        if (random.nextInt(30) == 0) row.set(7, random.nextInt(4) == 0 ? digits(10) : slips.typed(row.get(7)));
        return row;
    }

    // Who writes a name by ear is seldom out by one letter only.
    private String misheard(String name) {
        return random.nextBoolean() ? slips.one(name) : slips.one(slips.one(name));
    }

    /** As FEBRL makes them: rec-1-org and rec-1-dup-0, up to five errors a duplicate, names and address lines exchanged. */
    public Table addresses(int people, int most) {
        var given = words(400, 1, 3);
        var family = words(2_000, 2, 3);
        var streets = words(1_200, 2, 3);
        var towns = words(500, 2, 3);
        var rows = new ArrayList<List<String>>();
        for (var p = 0; p < people; p++) {
            var town = often(towns);
            var born = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(36_000)).format(DIGITS);
            var person = List.of(
                    "rec-" + p + "-org",
                    often(given),
                    often(family),
                    random.nextInt(200) + "",
                    often(streets) + " street",
                    random.nextInt(3) == 0 ? often(streets) + " farm" : "",
                    town,
                    2000 + Math.floorMod(town.hashCode(), 6000) + "",
                    "s" + Math.floorMod(town.hashCode(), 7),
                    born);
            rows.add(person);
            for (var copy = 0; copy < random.nextInt(most + 1); copy++) rows.add(addressAgain(person, p, copy));
        }
        return table(
                "addresses.csv",
                List.of(
                        "rec_id",
                        "given_name",
                        "surname",
                        "street_number",
                        "address_1",
                        "address_2",
                        "suburb",
                        "postcode",
                        "state",
                        "date_of_birth"),
                rows);
    }

    private List<String> addressAgain(List<String> person, int number, int copy) {
        var row = new ArrayList<>(person);
        row.set(0, "rec-" + number + "-dup-" + copy);
        for (var error = 0; error <= random.nextInt(5); error++) {
            var place = 1 + random.nextInt(9);
            if (place <= 2 && random.nextInt(6) == 0) Collections.swap(row, 1, 2);
            else if (place == 4 && random.nextInt(6) == 0) Collections.swap(row, 4, 5);
            else row.set(place, slips.one(row.get(place)));
        }
        return row;
    }

    /** Each person up to fifteen times, seldom twice the same. */
    public Table persons(int people) {
        var given = words(800, 2, 3);
        var family = words(1_500, 2, 4);
        var places = words(300, 2, 3);
        var rows = new ArrayList<List<String>>();
        for (var p = 0; p < people; p++) {
            var person = List.of(
                    "C" + p,
                    often(given),
                    often(family),
                    LocalDate.of(1700, 1, 1).plusDays(random.nextInt(80_000)).toString(),
                    often(places),
                    postcode());
            for (var record = 0; record <= random.nextInt(15); record++) {
                var row = new ArrayList<>(person);
                for (var place = 1; place < row.size(); place++)
                    if (random.nextInt(5) == 0) row.set(place, slips.one(row.get(place)));
                if (random.nextInt(6) == 0)
                    row.set(3, row.get(3).length() > 4 ? row.get(3).substring(0, 4) + "-01-01" : "");
                rows.add(row);
            }
        }
        return table(
                "persons.csv", List.of("cluster", "first_name", "surname", "dob", "birth_place", "postcode"), rows);
    }

    private Table table(String name, List<String> columns, List<List<String>> rows) {
        Collections.shuffle(rows, random);
        return new Table(name, columns, List.copyOf(rows));
    }

    private List<String> words(int count, int fewest, int most) {
        var words = new java.util.LinkedHashSet<String>();
        while (words.size() < count) {
            var word = new StringBuilder();
            for (var n = 0; n < fewest + random.nextInt(most - fewest + 1); n++)
                word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            if (word.length() > 2) words.add(word.toString());
        }
        return List.copyOf(words);
    }

    // The earlier in the list, the more often.
    private String often(List<String> words) {
        var share = random.nextDouble();
        return words.get((int) (words.size() * share * share));
    }

    private String postcode() {
        var letters = "ABDEHLNRSW";
        return "M" + letters.charAt(random.nextInt(10)) + (1 + random.nextInt(29)) + " " + random.nextInt(10)
                + letters.charAt(random.nextInt(10)) + letters.charAt(random.nextInt(10));
    }

    private String digits(int length) {
        var digits = new StringBuilder();
        while (digits.length() < length) digits.append(random.nextInt(10));
        return digits.toString();
    }
}
