package lantern.demo.authority;

import java.util.Map;
import lantern.demo.invented.Names;
import lantern.demo.invented.Seeded;
import lantern.demo.rows.Rows;
import lantern.demo.rows.Table;

/** The rows of an authority without its children: agencies, teams, people and what they are there for. */
public final class Staffing {
    private static final Map<String, String> AGENCY_NAMES = Map.of(
            "children", "%s children's services",
            "police", "%s police",
            "health", "%s health",
            "education", "%s schools and learning",
            "returns", "Homeward %s (return interviews)",
            "licensing", "%s licensing",
            "scrutiny", "%s scrutiny office");

    private Staffing() {}

    public static Rows rows(Authority authority, long seed) {
        var rows = new Rows();
        var at = authority.begins();
        var chance = Seeded.of(seed, authority.kind().ordinal(), -3);
        var title = authority.kind().title;
        rows.add(Table.AUTHORITY, authority.id(), authority.code(), title);
        authority
                .agencies()
                .forEach((kind, id) -> rows.add(
                        Table.AGENCY,
                        authority.id(),
                        id,
                        kind,
                        kind.equals("scrutiny") ? "other" : kind,
                        AGENCY_NAMES.getOrDefault(kind, "%s").formatted(title)));
        var children = authority.agency("children");
        authority.teams().forEach((name, id) -> rows.add(Table.TEAM, authority.id(), id, children, name));
        rows.add(Table.CLIENT, authority.id(), authority.system(), null, "Lantern", "system", at);
        rows.add(
                Table.CLIENT,
                authority.id(),
                authority.policeSystem(),
                authority.agency("police"),
                title + " police system",
                "client",
                at);
        for (var post : Account.Post.values()) {
            var holder = authority.holder(post.role);
            var account = holder.account();
            rows.add(Table.PERSON, authority.id(), holder.id(), account.name(), account.email(), "invited", at);
            var team = post.team != null
                    ? authority.team(post.team)
                    : post.agency.equals("children")
                            ? authority.safeguardingTeams().getFirst()
                            : null;
            rows.add(
                    Table.POST,
                    authority.id(),
                    chance.id(at),
                    holder.id(),
                    authority.agency(post.agency),
                    team,
                    post.role,
                    at);
        }
        caseworkers(rows, authority, chance);
        return rows;
    }

    /** People without an account: they have children, teams and names, and nobody signs in as them. */
    private static void caseworkers(Rows rows, Authority authority, Seeded chance) {
        var at = authority.begins();
        var children = authority.agency("children");
        var workers = authority.workers();
        for (var i = 1; i < workers.size(); i++) {
            var worker = workers.get(i);
            var email = "worker-" + i + "@" + authority.code() + ".example";
            rows.add(Table.PERSON, authority.id(), worker.id(), worker.name(), email, "active", at);
            rows.add(
                    Table.POST,
                    authority.id(),
                    chance.id(at),
                    worker.id(),
                    children,
                    worker.team(),
                    "social-worker",
                    at);
        }
        var teams = authority.safeguardingTeams();
        for (var i = 1; i < teams.size(); i++) {
            var manager = chance.id(at);
            var email = "team-manager-" + i + "@" + authority.code() + ".example";
            rows.add(Table.PERSON, authority.id(), manager, Names.staff(chance), email, "active", at);
            rows.add(Table.POST, authority.id(), chance.id(at), manager, children, teams.get(i), "team-manager", at);
        }
    }
}
