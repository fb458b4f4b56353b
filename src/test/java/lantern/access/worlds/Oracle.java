package lantern.access.worlds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantern.access.worlds.World.Actor;
import lantern.access.worlds.World.Child;
import org.jspecify.annotations.Nullable;

/**
 * Who sees what, said again in other words: authority; the section is theirs (children's services: their own record, unless the role is
 * limited; another agency: a line of an agreement in force); and (of every child, or own agency's or team's live involvement, and then
 * not restricted or named; or a live opening of one's own, which passes a restriction when it was made with that right). Knows of tables
 * only their section, and where the specification makes an exception.
 */
final class Oracle {
    /** What each role and scope may do, from access.role and access.scope; "reach" among them: the whole authority. */
    private final Map<String, Set<String>> permissions;

    private final Map<String, Set<String>> limits;
    private final Map<String, String> sections;

    private final List<String> codes;

    Oracle(
            Map<String, Set<String>> permissions,
            Map<String, Set<String>> limits,
            Map<String, String> sections,
            List<String> codes) {
        this.codes = codes;
        this.permissions = permissions;
        this.limits = limits;
        this.sections = sections;
    }

    /** The children of the rows that the actor sees in the table, each row one; null for rows whose child nobody knows. */
    List<@Nullable UUID> rows(World world, Actor actor, String table) {
        var seen = new ArrayList<@Nullable UUID>();
        if (!actor.live()) return seen;
        switch (table) {
            case "access.involvement" ->
                world.involvements().stream()
                        .filter(each -> sees(world, actor, each.child())
                                || each.isOf(actor)
                                        && readsAnything(world, actor)
                                        && !closed(world, actor, each.child()))
                        .map(World.Involvement::child)
                        .forEach(seen::add);
            case "access.restriction" ->
                world.restrictions().stream()
                        .map(World.Restriction::child)
                        .filter(child -> sees(world, actor, child))
                        .forEach(seen::add);
            case "access.named_person" ->
                world.namings().stream()
                        .map(World.Naming::child)
                        .filter(child -> sees(world, actor, child))
                        .forEach(seen::add);
            case "access.break_glass" ->
                world.openings().stream()
                        .filter(each -> sees(world, actor, each.child())
                                || each.person().equals(actor.id())
                                || may(actor, "review-access"))
                        .map(World.Opening::child)
                        .forEach(seen::add);
            case "intake.notification" -> {
                world.children().stream()
                        .filter(child -> notification(world, actor, child))
                        .map(Child::id)
                        .forEach(seen::add);
                if (hears(world, actor, "episode")) seen.add(null);
            }
            // Each child has an entry of whoever received the notification, and each authority one of nobody.
            case "audit.entry" -> {
                var all = may(actor, "read-ledger") || actor.kind().equals("SYSTEM");
                world.children().stream()
                        .filter(child -> all || child.receivedBy().equals(actor.id()))
                        .map(Child::id)
                        .forEach(seen::add);
                if (all) seen.add(null);
            }
            // Each child has a notice to one of two roles, and the hub's workers have one of no child.
            case "timescales.notice" -> {
                world.children().stream()
                        .filter(child -> actor.role().equals(told(child)) && sees(world, actor, child.id()))
                        .map(Child::id)
                        .forEach(seen::add);
                if (actor.role().equals("hub-worker")) seen.add(null);
            }
            // What is counted and found of the ledger is for those who answer for it, and of every child.
            case "audit.child_day", "children.finding" -> {
                if (!may(actor, "read-ledger") && !actor.kind().equals("SYSTEM")) return seen;
                world.children().stream().map(Child::id).forEach(seen::add);
                if (table.equals("children.finding")) seen.add(null);
            }
            case "children.disclosure", "children.disclosure_part" ->
                world.children().stream()
                        .map(Child::id)
                        .filter(child -> may(actor, "disclose") && sees(world, actor, child))
                        .forEach(seen::add);
            // Each child's notification has a row with the child and one from before the child was known.
            case "intake.resend", "intake.feedback" ->
                world.children().stream()
                        .filter(child -> notification(world, actor, child))
                        .forEach(child -> {
                            seen.add(child.id());
                            seen.add(null);
                        });
            default -> {
                if (!mayRead(actor, table)) return seen;
                var section = sections.getOrDefault(table, "none");
                world.children().stream()
                        .map(Child::id)
                        .filter(child -> sees(world, actor, child, section))
                        .forEach(seen::add);
                if (Scratch.mayBeUnknown(table) && hears(world, actor, section)) seen.add(null);
            }
        }
        return seen;
    }

    /** Those of them that the actor may change. */
    List<@Nullable UUID> changes(World world, Actor actor, String table) {
        var looksIntoThem = may(actor, "review-access") || actor.kind().equals("SYSTEM");
        return table.equals("children.finding") && !looksIntoThem ? List.of() : rows(world, actor, table);
    }

    boolean mayInsert(World world, Actor actor, String table, UUID child) {
        if (!actor.live()) return false;
        return switch (table) {
            case "access.involvement" -> sees(world, actor, child);
            // Without a notification that they belong to, which is what is tried.
            case "intake.resend", "intake.feedback" -> false;
            case "timescales.notice", "children.finding" -> actor.kind().equals("SYSTEM");
            default -> mayRead(actor, table) && sees(world, actor, child, sections.getOrDefault(table, "none"));
        };
    }

    /** Of the rows that the actor reads. */
    boolean mayChange(World world, Actor actor, String table, @Nullable UUID child) {
        return !table.equals("access.involvement") || child != null && sees(world, actor, child);
    }

    private boolean mayRead(Actor actor, String table) {
        return switch (table) {
            case "children.placement_address", "children.safe_address" ->
                may(actor, "write-child") || actor.kind().equals("SYSTEM");
            case "missing.interview_narrative", "missing.interview_sheet", "missing.interview_mention" ->
                may(actor, "read-narrative");
            default -> true;
        };
    }

    private static String told(Child child) {
        return child.id().toString().compareTo(child.notification().toString()) < 0 ? "hub-worker" : "team-manager";
    }

    /** A sender's agency sees its own message, unless the child is closed to them; whoever sent it always does. */
    private boolean notification(World world, Actor actor, Child child) {
        if (sees(world, actor, child.id(), "episode")) return true;
        return child.sender().equals(actor.agency())
                && (!closed(world, actor, child.id()) || child.receivedBy().equals(actor.id()));
    }

    /** Who the child is. */
    boolean sees(World world, Actor actor, UUID child) {
        return sees(world, actor, child, "identity");
    }

    boolean sees(World world, Actor actor, UUID child, String section) {
        if (!actor.live()) return false;
        if (actor.kind().equals("SYSTEM")) return true;
        var extent = extent(world, actor, section);
        if (extent == Extent.NOTHING) return false;
        var barred = barred(world, actor, child);
        if ((extent == Extent.EVERY_CHILD || involved(world, actor, child)) && !barred) return true;
        return world.openings().stream()
                .anyMatch(each -> each.live()
                        && each.child().equals(child)
                        && each.person().equals(actor.id())
                        && (each.over() || !barred));
    }

    private static boolean involved(World world, Actor actor, UUID child) {
        return world.involvements().stream()
                .anyMatch(each -> each.live() && each.child().equals(child) && each.isOf(actor));
    }

    /** Of whom somebody reads a section. */
    private enum Extent {
        NOTHING,
        THOSE_ONE_WORKS_WITH,
        EVERY_CHILD
    }

    private Extent extent(World world, Actor actor, String section) {
        if (actor.kind().equals("SYSTEM")) return Extent.EVERY_CHILD;
        if (actor.kind().equals("PERSON")
                && !limits.getOrDefault(actor.role(), Set.of(section)).contains(section)) return Extent.NOTHING;
        if (ofChildrensServices(world, actor))
            return may(actor, "reach") ? Extent.EVERY_CHILD : Extent.THOSE_ONE_WORKS_WITH;
        var role = actor.kind().equals("CLIENT") ? "client" : actor.role();
        return world.agreements().stream()
                .filter(each -> each.agency().equals(actor.agency()) && inForce(world, each))
                .flatMap(each -> each.lines().stream())
                .filter(each -> each.section().equals(section)
                        && (each.role() == null || each.role().equals(role)))
                .map(each -> each.everyChild() ? Extent.EVERY_CHILD : Extent.THOSE_ONE_WORKS_WITH)
                .max(Comparator.naturalOrder())
                .orElse(Extent.NOTHING);
    }

    private boolean readsAnything(World world, Actor actor) {
        return codes.stream().anyMatch(section -> extent(world, actor, section) != Extent.NOTHING);
    }

    private static boolean inForce(World world, World.Agreement agreement) {
        var begun = "approved".equals(agreement.decision()) && agreement.starts() <= 0;
        var over = agreement.ends() != null && agreement.ends() < 0;
        var followed = world.agreements().stream()
                .anyMatch(later -> later.series().equals(agreement.series())
                        && later.version() > agreement.version()
                        && later.approved()
                        && later.starts() <= 0);
        return begun && !over && !followed;
    }

    /** What is of no child yet is the hub's: children's services, where the role reaches every child. */
    private boolean hears(World world, Actor actor, String section) {
        return extent(world, actor, section) == Extent.EVERY_CHILD
                && (actor.kind().equals("SYSTEM") || ofChildrensServices(world, actor));
    }

    private static boolean ofChildrensServices(World world, Actor actor) {
        return world.agencies().stream()
                .anyMatch(
                        each -> each.id().equals(actor.agency()) && each.kind().equals("children"));
    }

    private static boolean barred(World world, Actor actor, UUID child) {
        return world.restrictions().stream()
                .filter(each -> !each.lifted() && each.child().equals(child))
                .anyMatch(each -> world.namings().stream()
                        .noneMatch(naming -> !naming.ended()
                                && naming.restriction().equals(each.id())
                                && naming.person().equals(actor.id())));
    }

    private static boolean closed(World world, Actor actor, UUID child) {
        if (actor.kind().equals("SYSTEM")) return false;
        return barred(world, actor, child)
                && world.openings().stream()
                        .noneMatch(each -> each.live()
                                && each.over()
                                && each.child().equals(child)
                                && each.person().equals(actor.id()));
    }

    private boolean may(Actor actor, String permission) {
        return permissions.getOrDefault(actor.role(), Set.of()).contains(permission);
    }
}
