package lantern.demo.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be made: two authorities with so many children between them, and two years of history that end now.
 *
 * @param now on a whole second
 */
public record Region(long seed, Instant now, List<Authority> authorities) {
    /** Changing it changes every name in the demo and every account's code secret. */
    public static final long SEED = 20_261_122L;

    private static final Duration REGISTER_IS_OLD = Duration.ofDays(5 * 365);
    private static final Duration HISTORY = Duration.ofDays(2 * 365);
    private static final double MERROWDALE_SHARE = 0.7;
    private static final int MOST_OPEN = 500;

    public static Region of(long seed, Instant now, int children) {
        var at = Instant.ofEpochSecond(now.getEpochSecond());
        var begins = at.minus(REGISTER_IS_OLD);
        var merrowdale = (int) Math.round(children * MERROWDALE_SHARE);
        var open = open(children);
        var openThere = (int) Math.round(open * MERROWDALE_SHARE);
        return new Region(
                seed,
                at,
                List.of(
                        new Authority(seed, Authority.Kind.MERROWDALE, merrowdale, 0, openThere, begins),
                        new Authority(
                                seed,
                                Authority.Kind.LARKWATER,
                                children - merrowdale,
                                merrowdale,
                                open - openThere,
                                begins)));
    }

    /** A dozen among 5,000 children, 500 among 100,000 and never more: a list of those who are missing is read by people. */
    private static int open(int children) {
        if (children <= 5_000) return Math.max(4, children * 12 / 5_000);
        return Math.min(MOST_OPEN, 12 + (int) ((children - 5_000) * 488L / 95_000));
    }

    public static List<Account> accounts() {
        return Arrays.stream(Authority.Kind.values())
                .flatMap(kind -> Authority.accounts(SEED, kind).stream())
                .toList();
    }

    /** When the history of missing episodes begins. */
    public Instant historyBegins() {
        return now.minus(HISTORY);
    }

    public int children() {
        return authorities.stream().mapToInt(Authority::children).sum();
    }
}
