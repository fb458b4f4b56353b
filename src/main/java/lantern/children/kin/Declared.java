package lantern.children.kin;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lantern.children.kin.Warnings.Compared;
import lantern.children.kin.Warnings.Name;
import org.jspecify.annotations.Nullable;

/** What one person declared, as it is compared; all names and postcodes are keys. */
record Declared(Set<String> familyNames, Set<String> postcodes, List<Child> children) {

    /** @param what 'own', 'family', 'colleague', 'neighbour' or 'other' */
    record Child(String family, String given, @Nullable LocalDate born, String what) {
        boolean is(Name name, @Nullable LocalDate recorded) {
            return family.equals(key(name.family())) && given.equals(firstKey(name.given())) && same(born, recorded);
        }
    }

    boolean isEmpty() {
        return postcodes.isEmpty() && children.isEmpty();
    }

    /** Codes of {@link Warning}; none when nothing is likely. */
    List<Warning> against(Compared record) {
        var warnings = new ArrayList<Warning>();
        for (var each : children) {
            if (record.names().stream().anyMatch(name -> each.is(name, record.born()))) {
                warnings.add(Warning.ofDeclared(each.what()));
            }
        }
        if (record.postcodes().stream().anyMatch(each -> postcodes.contains(key(each)))) {
            var sameName = record.names().stream().anyMatch(name -> familyNames.contains(key(name.family())));
            warnings.add(sameName ? Warning.NAME_AND_POSTCODE : Warning.POSTCODE);
        }
        return warnings.stream().distinct().toList();
    }

    private static boolean same(@Nullable LocalDate declared, @Nullable LocalDate recorded) {
        return declared == null || recorded == null || declared.equals(recorded);
    }

    /** Letters and digits only, without marks: O'Brien, Obrien and O BRIEN are one name. */
    static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    static String firstKey(String given) {
        var words = given.strip().split("\\s+");
        return words.length == 0 ? "" : key(words[0]);
    }
}
