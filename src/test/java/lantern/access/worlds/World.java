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
        List<Opening> openings,
        List<Agreement> agreements) {

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

        boolean isOf(Actor actor) {
            return agency.equals(actor.agency()) && (team == null || team.equals(actor.team()));
        }
    }

    record Restriction(UUID id, UUID child, boolean lifted) {}

    record Naming(UUID restriction, UUID child, UUID person, boolean ended) {}

    record Opening(UUID child, UUID person, boolean over, int ends, boolean closed) {
        boolean live() {
            return ends > 0 && !closed;
        }
    }

    /**
     * One version of a sharing agreement; versions of one series follow each other. Days from today.
     *
     * @param decision approved, refused or ended (after it was approved); null: proposed only
     */
    record Agreement(
            UUID id,
            UUID series,
            int version,
            UUID agency,
            int starts,
            @Nullable Integer ends,
            @Nullable String decision,
            List<Line> lines) {
        boolean approved() {
            return "approved".equals(decision) || "ended".equals(decision);
        }
    }

    /** @param role null: all roles and connected systems of the agency; 'client': these */
    record Line(@Nullable String role, String section, boolean everyChild) {}

    private static final List<String> KINDS = List.of("children", "police", "health");
    private static final List<String> SCOPES =
            List.of("children:read", "inbox:write", "interviews:write", "notifications:write");

    static World random(Random random, List<String> roles, List<String> sections) {
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
        // Only people are named and open a record in an emergency; connected systems cannot be.
        var signedIn = actors.stream()
                .filter(each -> each.kind().equals("PERSON"))
                .map(Actor::id)
                .toList();
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
            for (var person : signedIn) {
                if (random.nextInt(3) == 0)
                    namings.add(new Naming(each.id(), each.child(), person, random.nextInt(3) == 0));
            }
        }
        var openings = new ArrayList<Opening>();
        for (var i = random.nextInt(4); i > 0; i--) {
            openings.add(new Opening(
                    one(random, ids),
                    one(random, signedIn),
                    random.nextBoolean(),
                    random.nextInt(3) == 0 ? -2 : 5,
                    random.nextInt(4) == 0));
        }
        var agreements = new ArrayList<Agreement>();
        for (var agency : agencies) {
            if (agency.kind().equals("children")) continue;
            var held = actors.stream()
                    .filter(each -> agency.id().equals(each.agency()))
                    .map(each -> each.kind().equals("CLIENT") ? "client" : each.role())
                    .toList();
            for (var i = random.nextInt(3); i > 0; i--) {
                var series = uuid(random);
                for (var version = 1; version <= 1 + random.nextInt(2); version++)
                    agreements.add(agreement(random, series, version, agency.id(), held, roles, sections));
            }
        }
        return new World(
                uuid(random), agencies, actors, children, involvements, restrictions, namings, openings, agreements);
    }

    private static Agreement agreement(
            Random random,
            UUID series,
            int version,
            UUID agency,
            List<String> held,
            List<String> roles,
            List<String> sections) {
        var lines = new ArrayList<Line>();
        for (var section : sections) {
            if (random.nextInt(section.equals("identity") ? 5 : 2) != 0
                    || section.equals("identity") && lines.isEmpty())
                lines.add(new Line(
                        role(random, held, roles), section, random.nextInt(section.equals("identity") ? 2 : 3) == 0));
        }
        var decision =
                switch (random.nextInt(8)) {
                    case 0 -> null;
                    case 1 -> "refused";
                    case 2 -> "ended";
                    default -> "approved";
                };
        var ends = random.nextInt(3) == 0 ? Integer.valueOf(random.nextInt(3) - 1) : null;
        var starts = random.nextInt(5) == 0 ? 1 : -random.nextInt(3);
        return new Agreement(
                uuid(random),
                series,
                version,
                agency,
                ends == null ? starts : Math.min(starts, ends),
                ends,
                decision,
                lines);
    }

    private static @Nullable String role(Random random, List<String> held, List<String> roles) {
        return switch (random.nextInt(4)) {
            case 0 -> held.isEmpty() ? one(random, roles) : one(random, held);
            case 1 -> one(random, roles);
            default -> null;
        };
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
