package lantern.demo.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.demo.invented.Places;
import lantern.demo.invented.Seeded;
import org.jspecify.annotations.Nullable;

/** One authority as it will stand in the database: what the rows of its children refer to. */
public final class Authority {
    /** The share of children who have an allocated worker, and how many of them one worker has. */
    public static final double ALLOCATED = 0.08;

    private static final int CASELOAD = 17;
    private static final int TEAM_SIZE = 8;
    static final List<String> KINDS =
            List.of("children", "police", "health", "education", "returns", "licensing", "scrutiny");

    private final Kind kind;
    private final int children;
    private final int firstNumber;
    private final int openEpisodes;
    private final Instant begins;
    private final UUID id;
    private final UUID system;
    private final UUID policeSystem;
    private final Map<String, UUID> agencies = new LinkedHashMap<>();
    private final Map<String, UUID> teams = new LinkedHashMap<>();
    private final Map<String, Account.Holder> holders = new LinkedHashMap<>();
    private final List<UUID> safeguardingTeams = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Home> homes;

    /** The two there are. */
    public enum Kind {
        MERROWDALE("merrowdale", "Merrowdale", "MD", 991, Places.MERROWDALE),
        LARKWATER("larkwater", "Larkwater", "LW", 992, Places.LARKWATER);

        public final String code;
        public final String title;
        public final String initials;
        /** In the place of an authority's number in a unique pupil number; none has it. */
        public final int pupilCode;

        public final Places places;

        Kind(String code, String title, String initials, int pupilCode, Places places) {
            this.code = code;
            this.title = title;
            this.initials = initials;
            this.pupilCode = pupilCode;
            this.places = places;
        }

        public Kind other() {
            return this == MERROWDALE ? LARKWATER : MERROWDALE;
        }
    }

    /** @param firstNumber the number, in the whole region, of its first child */
    public Authority(long seed, Kind kind, int children, int firstNumber, int openEpisodes, Instant begins) {
        var chance = Seeded.of(seed, kind.ordinal(), -1);
        this.kind = kind;
        this.children = children;
        this.firstNumber = firstNumber;
        this.openEpisodes = openEpisodes;
        this.begins = begins;
        this.id = chance.id(begins);
        this.system = chance.id(begins);
        this.policeSystem = chance.id(begins);
        for (var agency : KINDS) agencies.put(agency, chance.id(begins));
        for (var post : Account.Post.values())
            if (post.team != null) teams.computeIfAbsent(post.team, name -> chance.id(begins));
        for (var account : accounts(seed, kind))
            holders.put(account.role(), new Account.Holder(account, chance.id(begins)));
        staff(chance);
        homes = Homes.of(kind, chance);
    }

    /** The accounts need no database: a demo that is there already can be told about again. */
    public static List<Account> accounts(long seed, Kind kind) {
        var chance = Seeded.of(seed, kind.ordinal(), -2);
        return java.util.Arrays.stream(Account.Post.values())
                .map(post -> Account.of(kind, post, chance))
                .toList();
    }

    private void staff(Seeded chance) {
        var many = Math.max(2 * TEAM_SIZE, (int) Math.ceil(children * ALLOCATED / CASELOAD));
        var towns = kind.places.towns();
        for (var i = 0; i < many / TEAM_SIZE; i++) {
            var number = i / towns.size() == 0 ? "" : " " + (i / towns.size() + 1);
            var team = chance.id(begins);
            teams.put(towns.get(i % towns.size()) + " safeguarding team" + number, team);
            safeguardingTeams.add(team);
        }
        var first = holder("social-worker");
        for (var i = 0; i < many; i++) {
            var team = safeguardingTeams.get(i % safeguardingTeams.size());
            var worker = new Worker(chance.id(begins), lantern.demo.invented.Names.staff(chance), team);
            workers.add(i == 0 ? new Worker(first.id(), first.account().name(), team) : worker);
        }
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return kind.code;
    }

    public Places places() {
        return kind.places;
    }

    public int children() {
        return children;
    }

    public int firstNumber() {
        return firstNumber;
    }

    /** How many of its children are missing now. */
    public int openEpisodes() {
        return openEpisodes;
    }

    /** When the authority began to use Lantern, which is before everything else here. */
    public Instant begins() {
        return begins;
    }

    public UUID id() {
        return id;
    }

    /** Lantern's own jobs. */
    public UUID system() {
        return system;
    }

    /** The police's computer, which sends notifications. */
    public UUID policeSystem() {
        return policeSystem;
    }

    public UUID agency(String kindOfAgency) {
        return known(agencies.get(kindOfAgency), kindOfAgency);
    }

    public UUID team(String name) {
        return known(teams.get(name), name);
    }

    public UUID person(String role) {
        return holder(role).id();
    }

    public String nameOf(String role) {
        return holder(role).account().name();
    }

    Account.Holder holder(String role) {
        return known(holders.get(role), role);
    }

    Map<String, UUID> agencies() {
        return agencies;
    }

    Map<String, UUID> teams() {
        return teams;
    }

    List<UUID> safeguardingTeams() {
        return safeguardingTeams;
    }

    /** The first is the one with an account. */
    public List<Worker> workers() {
        return workers;
    }

    public List<Home> homes() {
        return homes;
    }

    private static <T> T known(@Nullable T it, String what) {
        if (it == null) throw new IllegalArgumentException("The demo has no " + what);
        return it;
    }
}
