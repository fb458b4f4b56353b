package lantern.children.linkage.value;

import java.util.List;
import lantern.children.linkage.field.Field;
import lantern.children.linkage.text.GivenNames;
import lantern.children.linkage.text.Likeness;
import lantern.children.linkage.text.Likeness.Degree;
import lantern.children.linkage.text.Sound;
import lantern.children.linkage.text.Words;

/** A name taken apart once: its whole key, the keys of its words, and how the first of them sounds. */
public record Name(String key, List<String> words, String sound) {
    public static final Field GIVEN = new Field(
            "givenNames", "given", List.of("same", "form of one name", "slip", "alike", "same initial", "different"));
    public static final Field FAMILY =
            new Field("familyName", "family", List.of("same", "one part the same", "slip", "alike", "different"));
    public static final Field ORDER = new Field("nameOrder", "order", List.of("same order", "turned round"));

    /** The level of an initial that agrees with a name. */
    public static final int INITIAL = 5;

    public static Name of(String text) {
        var words = Words.keys(text);
        var key = Words.key(text);
        return new Name(
                key, words.isEmpty() ? List.of(key) : words, Sound.of(words.isEmpty() ? key : words.getFirst()));
    }

    public String first() {
        return words.getFirst();
    }

    public static int given(Name a, Name b) {
        if (a.key.equals(b.key)) return 1;
        var first = a.first();
        var other = b.first();
        if (first.length() == 1 || other.length() == 1)
            return first.charAt(0) == other.charAt(0) ? INITIAL : GIVEN.differs();
        if (first.equals(other) || GivenNames.areFormsOfOne(first, other)) return 2;
        if (a.words.size() > 1 && a.words.size() == b.words.size() && a.words.containsAll(b.words)) return 2;
        var degree = Likeness.of(first, other);
        if (degree == Degree.SLIP || Likeness.of(a.key, b.key) == Degree.SLIP) return 3;
        if (degree == Degree.ALIKE || soundsAlike(a, b) || shortened(first, other) || sharesWord(a, b)) return 4;
        return GIVEN.differs();
    }

    public static int family(Name a, Name b) {
        if (a.key.equals(b.key)) return 1;
        if (sharesWord(a, b)) return 2;
        return switch (Likeness.of(a.key, b.key)) {
            case SAME -> 1;
            case SLIP -> 3;
            case ALIKE -> 4;
            case DIFFERS -> soundsAlike(a, b) ? 4 : FAMILY.differs();
        };
    }

    private static boolean soundsAlike(Name a, Name b) {
        return a.sound.length() > 1 && a.sound.equals(b.sound) && a.words.size() == b.words.size();
    }

    private static boolean shortened(String a, String b) {
        return Math.min(a.length(), b.length()) >= 3 && (a.startsWith(b) || b.startsWith(a));
    }

    private static boolean sharesWord(Name a, Name b) {
        if (a.words.size() == 1 && b.words.size() == 1) return false;
        for (var word : a.words) if (word.length() > 2 && b.words.contains(word)) return true;
        return false;
    }
}
