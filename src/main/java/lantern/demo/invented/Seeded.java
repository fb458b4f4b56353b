package lantern.demo.invented;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Chance that comes out the same every time: the same seed and the same path (which authority, which child, what for) give the
 * same answers whatever else is drawn, so a child's history does not change when the children before it do.
 */
public final class Seeded {
    private static final double FAVOURITES = 1.6;

    private final SplittableRandom random;

    private Seeded(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static Seeded of(long seed, long... path) {
        var mixed = seed;
        for (var step : path) mixed = mix(mixed ^ mix(step + 0x9E3779B97F4A7C15L));
        return new Seeded(mixed);
    }

    // The finisher of SplitMix64, so that neighbouring paths share nothing.
    private static long mix(long z) {
        var a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        var b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    public int below(int limit) {
        return random.nextInt(limit);
    }

    public int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public double share() {
        return random.nextDouble();
    }

    public <T> T pick(List<T> of) {
        return of.get(below(of.size()));
    }

    /** The first of the list far more often than the last, as with real names. */
    public <T> T favourite(List<T> of) {
        // StrictMath: the same on every machine, which Math does not promise.
        return of.get((int) (of.size() * StrictMath.pow(random.nextDouble(), FAVOURITES)));
    }

    public Duration minutes(int from, int to) {
        return Duration.ofMinutes(between(from, to));
    }

    /** An identifier of version 7 (RFC 9562) that says it was made at this instant. */
    public UUID id(Instant at) {
        var high = at.toEpochMilli() << 16 | 0x7000L | random.nextLong() & 0xFFFL;
        var low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    public byte[] bytes(int length) {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) bytes[i] = (byte) random.nextInt(256);
        return bytes;
    }
}
