package lantern.access.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One authority with its agencies, teams, people, children and everything that opens or closes a record. Times are hours from now. */
record World(
        UUID authority,
        List<Agency> agencies,
        List<Actor> actors,
        List<Child> children,
        List<Involvement> involvements,
        List<Restriction> restrictions,
        List<Naming> namings,
        List<Opening> openings) {

    record Agency(UUID id, String kind, List<UUID> teams) {}

    /** @param kind PERSON, CLIENT or SYSTEM; @param role a role, or the scope of a client; @param live false: left, or the token has ended */
    record Actor(
            UUID id,
            String kind,
            @Nullable UUID agency,
            @Nullable UUID team,
            String role,
            boolean live,
            String token) {}

    /** @param sender whose agency sent the notification about the child; @param receivedBy who typed it */
    record Child(UUID id, UUID notification, UUID sender, UUID receivedBy) {}

    record Involvement(
            UUID child,
            UUID agency,
            @Nullable UUID team,
            @Nullable Integer ends) {
        boolean live() {
            return ends == null || ends > 0;
        }
    }

    record Restriction(UUID id, UUID child, boolean lifted) {}

    record Naming(UUID restriction, UUID child, UUID person, boolean ended) {}

    record Opening(UUID child, UUID person, boolean over, int ends, boolean closed) {
        boolean live() {
            return ends > 0 && !closed;
        }
    }

    private static final List<String> KINDS = List.of("children", "police", "health");
    private static final List<String> SCOPES =
            List.of("children:read", "inbox:write", "interviews:write", "notifications:write");

    static World random(Random random, List<String> roles) {
        var agencies = KINDS.stream()
                .map(kind -> new Agency(uuid(random), kind, List.of(uuid(random), uuid(random))))
                .toList();
        var actors = new ArrayList<Actor>();
        for (var i = 0; i < 2 + random.nextInt(2); i++) {
            var agency = one(random, agencies);
            var team = random.nextInt(3) == 0 ? null : one(random, agency.teams());
            actors.add(actor(random, "PERSON", agency.id(), team, one(random, roles)));
        }
        if (random.nextInt(3) == 0)
            actors.add(actor(random, "CLIENT", one(random, agencies).id(), null, one(random, SCOPES)));
        if (random.nextInt(6) == 0) actors.add(actor(random, "SYSTEM", null, null, "system"));
        var people = actors.stream().map(Actor::id).toList();
        var children = new ArrayList<Child>();
        for (var i = 0; i < 2 + random.nextInt(3); i++)
            children.add(
                    new Child(uuid(random), uuid(random), one(random, agencies).id(), one(random, people)));
        var ids = children.stream().map(Child::id).toList();
        var involvements = new ArrayList<Involvement>();
        for (var i = random.nextInt(6); i > 0; i--) {
            var agency = one(random, agencies);
            var team = random.nextBoolean() ? null : one(random, agency.teams());
            var ends = random.nextInt(2) == 0 ? null : Integer.valueOf(random.nextBoolean() ? 5 : -5);
            involvements.add(new Involvement(one(random, ids), agency.id(), team, ends));
        }
        var restrictions = new ArrayList<Restriction>();
        for (var child : ids) {
            if (random.nextInt(3) == 0) restrictions.add(new Restriction(uuid(random), child, random.nextInt(3) == 0));
        }
        var namings = new ArrayList<Naming>();
        for (var each : restrictions) {
            for (var person : people) {
                if (random.nextInt(3) == 0)
                    namings.add(new Naming(each.id(), each.child(), person, random.nextInt(3) == 0));
            }
        }
        var openings = new ArrayList<Opening>();
        for (var i = random.nextInt(4); i > 0; i--) {
            openings.add(new Opening(
                    one(random, ids),
                    one(random, people),
                    random.nextBoolean(),
                    random.nextInt(3) == 0 ? -2 : 5,
                    random.nextInt(4) == 0));
        }
        return new World(uuid(random), agencies, actors, children, involvements, restrictions, namings, openings);
    }

    private static Actor actor(Random random, String kind, @Nullable UUID agency, @Nullable UUID team, String role) {
        var token = (kind.equals("PERSON") ? "ls_" : "lt_") + uuid(random) + uuid(random);
        return new Actor(uuid(random), kind, agency, team, role, random.nextInt(20) != 0, token);
    }

    Set<UUID> ids() {
        return Set.copyOf(children.stream().map(Child::id).toList());
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static <T> T one(Random random, List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
