package lantern.access.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lantern.access.worlds.World.Actor;
import lantern.access.worlds.World.Child;
import org.jspecify.annotations.Nullable;

/**
 * Who sees what, said again in other words: authority, and (reach, or own agency's or team's live involvement, and then not
 * restricted or named; or a live opening of one's own, which passes a restriction when it was made with that right). Knows of
 * tables only where the specification makes an exception.
 */
final class Oracle {
    /** What each role and scope may do, from access.role and access.scope; "reach" among them: the whole authority. */
    private final Map<String, Set<String>> permissions;

    Oracle(Map<String, Set<String>> permissions) {
        this.permissions = permissions;
    }

    /** The children of the rows that the actor sees in the table, each row one; null for rows whose child nobody knows. */
    List<@Nullable UUID> rows(World world, Actor actor, String table) {
        var seen = new ArrayList<@Nullable UUID>();
        if (!actor.live()) return seen;
        switch (table) {
            case "access.involvement" ->
                world.involvements().stream()
                        .map(World.Involvement::child)
                        .filter(child -> !closed(world, actor, child))
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
                if (reaches(world, actor)) seen.add(null);
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
            // Each child's notification has a row with the child and one from before the child was known.
            case "intake.resend", "intake.feedback" ->
                world.children().stream()
                        .filter(child -> notification(world, actor, child))
                        .forEach(child -> {
                            seen.add(child.id());
                            seen.add(null);
                        });
            default -> {
                if (!section(actor, table)) return seen;
                world.children().stream()
                        .map(Child::id)
                        .filter(child -> sees(world, actor, child))
                        .forEach(seen::add);
                if (reaches(world, actor) && Scratch.mayBeUnknown(table)) seen.add(null);
            }
        }
        return seen;
    }

    boolean mayInsert(World world, Actor actor, String table, UUID child) {
        if (!actor.live()) return false;
        return switch (table) {
            case "access.involvement" -> !closed(world, actor, child);
            // Without a notification that they belong to, which is what is tried.
            case "intake.resend", "intake.feedback" -> false;
            case "timescales.notice" -> actor.kind().equals("SYSTEM");
            default -> section(actor, table) && sees(world, actor, child);
        };
    }

    private boolean section(Actor actor, String table) {
        return switch (table) {
            case "children.placement_address" ->
                may(actor, "write-child") || actor.kind().equals("SYSTEM");
            case "missing.interview_narrative" -> may(actor, "read-narrative");
            default -> true;
        };
    }

    private static String told(Child child) {
        return child.id().toString().compareTo(child.notification().toString()) < 0 ? "hub-worker" : "team-manager";
    }

    /** A sender's agency sees its own message, unless the child is closed to them; whoever sent it always does. */
    private boolean notification(World world, Actor actor, Child child) {
        if (sees(world, actor, child.id())) return true;
        return child.sender().equals(actor.agency())
                && (!closed(world, actor, child.id()) || child.receivedBy().equals(actor.id()));
    }

    boolean sees(World world, Actor actor, UUID child) {
        if (!actor.live()) return false;
        if (actor.kind().equals("SYSTEM")) return true;
        var barred = barred(world, actor, child);
        if ((reaches(world, actor) || involved(world, actor, child)) && !barred) return true;
        return world.openings().stream()
                .anyMatch(each -> each.live()
                        && each.child().equals(child)
                        && each.person().equals(actor.id())
                        && (each.over() || !barred));
    }

    private static boolean involved(World world, Actor actor, UUID child) {
        return world.involvements().stream()
                .anyMatch(each -> each.live()
                        && each.child().equals(child)
                        && each.agency().equals(actor.agency())
                        && (each.team() == null || Objects.equals(each.team(), actor.team())));
    }

    private boolean reaches(World world, Actor actor) {
        if (!may(actor, "reach")) return false;
        if (!actor.kind().equals("CLIENT")) return true;
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
