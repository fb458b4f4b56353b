package lantern.demo.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a match asks for, in the ways that somebody is asked for: as recorded, written wrong, half known, and on no register at all. */
record Asked(
        String kind, String family, String given, @Nullable LocalDate born, String nhs, String postcode) {
    static final List<String> KINDS = List.of(
            "as recorded", "with an identifier", "a letter wrong", "the birthday wrong", "no birthday", "nobody known");

    static Asked of(Region.Child child, Region.Child other, int kind) {
        var born = LocalDate.parse(child.born());
        var postcode = child.postcode() == null ? "" : child.postcode();
        return switch (kind) {
            case 0 -> new Asked(KINDS.get(0), child.familyName(), child.givenNames(), born, "", postcode);
            case 1 ->
                new Asked(KINDS.get(1), child.familyName(), child.givenNames(), born, child.nhsNumber(), postcode);
            case 2 -> new Asked(KINDS.get(2), slip(child.familyName()), child.givenNames(), born, "", postcode);
            case 3 -> new Asked(KINDS.get(3), child.familyName(), child.givenNames(), swapped(born), "", "");
            case 4 -> new Asked(KINDS.get(4), child.familyName(), child.givenNames(), null, "", "");
            default ->
                new Asked(
                        KINDS.get(5),
                        "Zq" + slip(other.familyName()),
                        slip(child.givenNames()),
                        born.plusDays(37),
                        "",
                        "");
        };
    }

    private static String slip(String name) {
        var at = name.length() / 2;
        return name.length() < 3 ? name + "e" : name.substring(0, at) + name.charAt(at - 1) + name.substring(at + 1);
    }

    private static LocalDate swapped(LocalDate born) {
        return born.getDayOfMonth() <= 12
                ? LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue())
                : born.plusDays(born.getDayOfMonth() < 28 ? 1 : -1);
    }

    String path() {
        return "/bench/match?family=" + encoded(family) + "&given=" + encoded(given)
                + (born == null ? "" : "&born=" + born) + "&nhs=" + encoded(nhs) + "&postcode=" + encoded(postcode);
    }

    /** As somebody types it into the one search box. */
    String search() {
        return "/children?q=" + encoded(given + " " + family + (born == null ? "" : " " + born));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
