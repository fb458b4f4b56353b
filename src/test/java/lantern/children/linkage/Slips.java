package lantern.children.linkage;

import java.util.List;
import java.util.Random;

/** What hands, keyboards, scanners and ears do to a word. */
final class Slips {
    private static final List<String[]> SCANNER = List.of(
            new String[] {"m", "rn"},
            new String[] {"5", "s"},
            new String[] {"0", "o"},
            new String[] {"l", "1"},
            new String[] {"cl", "d"});
    private static final List<String[]> EAR = List.of(
            new String[] {"ph", "f"},
            new String[] {"ck", "k"},
            new String[] {"th", "t"},
            new String[] {"y", "i"},
            new String[] {"er", "a"});

    private final Random random;

    Slips(Random random) {
        this.random = random;
    }

    /** One error: as read, as heard, left out, or as typed. */
    String one(String word) {
        if (word.length() < 3) return word;
        return switch (random.nextInt(10)) {
            case 0 -> replaced(word, SCANNER);
            case 1, 2 -> replaced(word, EAR);
            case 3 -> "";
            default -> typed(word);
        };
    }

    String typed(String word) {
        if (word.length() < 3) return word;
        var at = random.nextInt(word.length() - 1);
        var other = Character.isDigit(word.charAt(at))
                ? (char) ('0' + random.nextInt(10))
                : (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + other + word.substring(at);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + other + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    private String replaced(String word, List<String[]> changes) {
        var some = changes.stream().filter(change -> word.contains(change[0])).toList();
        if (some.isEmpty()) return typed(word);
        var change = some.get(random.nextInt(some.size()));
        return word.replaceFirst(change[0], change[1]);
    }
}
