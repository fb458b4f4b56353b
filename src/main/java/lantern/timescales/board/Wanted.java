package lantern.timescales.board;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.UUID;
import lantern.access.Actor;
import lantern.platform.Refused;
import lantern.timescales.State;
import lantern.timescales.Timescale;
import org.jspecify.annotations.Nullable;

/** Which part of the list: whose timescales, in which state, after which one. */
record Wanted(
        Whose whose,
        @Nullable State state,
        @Nullable UUID team,
        @Nullable Cursor after) {
    enum Whose {
        MINE,
        TEAM,
        ALL;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The last one of the page before: its place in the order, 'infinity' without a limit. */
    record Cursor(String at, UUID id) {
        static Cursor of(Timescale last) {
            return new Cursor(last.due() == null ? "infinity" : last.due().toString(), last.id());
        }

        static Cursor parse(String text) {
            var split = text.lastIndexOf('~');
            try {
                var at = text.substring(0, Math.max(0, split));
                return new Cursor(
                        at.equals("infinity") ? at : Instant.parse(at).toString(),
                        UUID.fromString(text.substring(split + 1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw new Refused("Follow the link to the next page, or start again without \"after\"", "after");
            }
        }

        @Override
        public String toString() {
            return at + "~" + id;
        }
    }

    /** @throws Refused when a word is not one of the list's */
    static Wanted of(
            Actor actor,
            @Nullable String whose,
            @Nullable String state,
            @Nullable String team,
            @Nullable String after) {
        return new Wanted(
                whose(actor, blank(whose), blank(team)), state(blank(state)), id(blank(team)), cursor(blank(after)));
    }

    private static Whose whose(Actor actor, @Nullable String words, @Nullable String team) {
        if (words == null) {
            if (team != null) return Whose.ALL;
            return actor.kind() == Actor.Kind.PERSON && OWNERS.contains(actor.role()) ? Whose.MINE : Whose.ALL;
        }
        for (var each : Whose.values()) if (each.code().equals(words)) return each;
        throw new Refused("Choose mine, team or all", "whose");
    }

    /** Roles that own timescales see their own first; managers see all they may see. */
    private static final java.util.Set<String> OWNERS =
            java.util.Set.of("hub-worker", "duty-worker", "social-worker", "interviewer");

    private static @Nullable State state(@Nullable String words) {
        if (words == null) return null;
        for (var each : State.values()) if (each.open() && each.code.equals(words)) return each;
        var codes = new ArrayList<String>();
        for (var each : State.values()) if (each.open()) codes.add(each.code);
        throw new Refused("Choose one of the states " + String.join(", ", codes), "state");
    }

    private static @Nullable UUID id(@Nullable String text) {
        if (text == null) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused("Give the team by its id", "team");
        }
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        return text == null ? null : Cursor.parse(text);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    Wanted with(Whose other) {
        return new Wanted(other, state, null, null);
    }

    Wanted with(@Nullable State other) {
        return new Wanted(whose, other, team, null);
    }

    Wanted after(Timescale last) {
        return new Wanted(whose, state, team, Cursor.of(last));
    }

    String path(String base) {
        var path = new StringBuilder(base).append("?whose=").append(whose.code());
        if (state != null) path.append("&state=").append(state.code);
        if (team != null) path.append("&team=").append(team);
        if (after != null) path.append("&after=").append(after);
        return path.toString();
    }
}
