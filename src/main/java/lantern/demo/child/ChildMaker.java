package lantern.demo.child;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import lantern.calendar.London;
import lantern.demo.authority.Authority;
import lantern.demo.authority.Region;
import lantern.demo.authority.Worker;
import lantern.demo.invented.Names;
import lantern.demo.invented.Numbers;
import lantern.demo.invented.Seeded;
import org.jspecify.annotations.Nullable;

/** Makes any child of an authority by number, the same one every time. */
public final class ChildMaker {
    private static final double LOOKED_AFTER = 0.04;
    private static final double HOSTED = 0.004;
    private static final double IN_A_HOME = 0.25;
    private static final double PLACED_OUTSIDE = 0.14;
    private static final double OPEN_WITHOUT_WORKER = 0.05;
    private static final double LOOKED_AFTER_IF_MISSING_NOW = 0.45;
    private static final double ALLOCATED_IF_MISSING_NOW = 0.5;
    // Nobody is recorded on the day the demo begins, so that today's news stands out.
    private static final Duration NEWEST = Duration.ofDays(2);
    /** Numbers for drama there are 18,000: beyond this many children with a telephone they would only repeat. */
    private static final double PHONES = 34_000;

    private static final double MOBILES = 15_000;

    private static final int EVERY = 2_500;
    private static final int TWICE = 41;

    private final Region region;
    private final Authority authority;

    public ChildMaker(Region region, Authority authority) {
        this.region = region;
        this.authority = authority;
    }

    /** @param index from 0 within the authority */
    public Child child(int index) {
        return index % EVERY == TWICE && !isAmong(index, authority.openEpisodes()) ? enteredAgain(index) : first(index);
    }

    /** The child before, entered a second time by the short name and with the day and month of birth swapped: two records to merge. */
    private Child enteredAgain(int index) {
        var first = first(index - 1);
        var number = authority.firstNumber() + index;
        var recordedAt = recordedAt(index);
        var born = first.born().getDayOfMonth() > 12
                ? first.born()
                : LocalDate.of(
                        first.born().getYear(),
                        first.born().getDayOfMonth(),
                        first.born().getMonthValue());
        var given = Names.shortened(first.given());
        return new Child(
                number,
                Seeded.of(region.seed(), number, 1).id(recordedAt),
                recordedAt,
                first.family(),
                given,
                given,
                null,
                born.isAfter(London.date(recordedAt)) ? first.born() : born,
                first.age(),
                first.sex(),
                first.address(),
                first.phone(),
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private Child first(int index) {
        var number = authority.firstNumber() + index;
        var chance = Seeded.of(region.seed(), number, 1);
        var recordedAt = recordedAt(index);
        var missingNow = isAmong(index, authority.openEpisodes());
        var born = born(chance, London.date(recordedAt), missingNow);
        var age = (int) java.time.temporal.ChronoUnit.YEARS.between(born, London.date(region.now()));
        var given = Names.given(chance);
        var second = chance.chance(0.45) ? " " + Names.given(chance) : "";
        var knownAs = chance.chance(0.08) ? Names.shortened(given) : null;
        var lookedAfter = age < 18 && chance.chance(missingNow ? LOOKED_AFTER_IF_MISSING_NOW : LOOKED_AFTER);
        var hosted = !lookedAfter && age < 18 && chance.chance(HOSTED);
        var outside = lookedAfter && chance.chance(PLACED_OUTSIDE);
        var inHome = hosted || lookedAfter && age > 7 && chance.chance(IN_A_HOME * (outside || missingNow ? 3 : 1));
        var home = inHome ? chance.favourite((outside ? other() : authority).homes()) : null;
        var carers = "Foster carers (" + Names.family(chance) + ")";
        var inCareSince = lookedAfter ? London.date(between(recordedAt, region.now(), chance.share() * 0.6)) : null;
        var allocated = lookedAfter
                || chance.chance(missingNow ? ALLOCATED_IF_MISSING_NOW : Authority.ALLOCATED - LOOKED_AFTER);
        var worker = allocated ? worker(chance, missingNow) : null;
        var allocatedAt = allocated ? between(recordedAt, region.now(), chance.share() * 0.9) : null;
        return new Child(
                number,
                chance.id(recordedAt),
                recordedAt,
                Names.family(chance),
                given,
                given + second,
                knownAs,
                born,
                age,
                chance.chance(0.005) ? "not-known" : chance.chance(0.49) ? "female" : "male",
                authority.places().address(chance),
                phone(chance, age),
                allocated || hosted || chance.chance(OPEN_WITHOUT_WORKER),
                worker,
                allocatedAt,
                inCareSince,
                home,
                home != null ? home.name() : lookedAfter ? carers : null,
                outside ? authority.kind().other().title : null,
                hosted ? authority.kind().other().title : null,
                missingNow);
    }

    /** Those of the authority who are missing now stand evenly spread in its register. */
    private boolean isAmong(int index, int many) {
        return (long) (index + 1) * many / authority.children() > (long) index * many / authority.children();
    }

    // References count up as time goes by, as in a real register.
    private Instant recordedAt(int index) {
        var span =
                Duration.between(authority.begins(), region.now().minus(NEWEST)).toSeconds();
        return authority.begins().plusSeconds(span * (index + 1L) / authority.children());
    }

    private LocalDate born(Seeded chance, LocalDate recorded, boolean missingNow) {
        var today = London.date(region.now());
        var days = missingNow
                ? chance.between(12 * 365, 17 * 365)
                : (int) (19
                        * 365.2
                        * (chance.chance(0.35) ? Math.max(chance.share(), chance.share()) : chance.share()));
        var born = today.minusDays(days);
        return born.isAfter(recorded) ? recorded.minusDays(chance.below(40)) : born;
    }

    private @Nullable String phone(Seeded chance, int age) {
        var has = chance.chance(Math.min(0.3, PHONES / region.children()));
        var mobile = age > 10 && chance.chance(Math.min(0.6, MOBILES / region.children()));
        var number = mobile ? Numbers.mobile(chance) : Numbers.landline(chance);
        return has ? number : null;
    }

    private Authority other() {
        return region.authorities().get(1 - authority.kind().ordinal());
    }

    // The one with an account has some of those who are missing now: there is something to do after signing in.
    private Worker worker(Seeded chance, boolean missingNow) {
        var worker = chance.pick(authority.workers());
        return missingNow && chance.chance(0.4) ? authority.workers().getFirst() : worker;
    }

    public static Instant between(Instant from, Instant to, double share) {
        return Instant.ofEpochSecond(
                from.getEpochSecond() + (long) (Duration.between(from, to).toSeconds() * share));
    }
}
