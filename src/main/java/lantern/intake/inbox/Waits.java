package lantern.intake.inbox;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a notification is in the inbox. A found report waits for its missing report whether its child is known or not. */
public enum Waits {
    IDENTITY("Who is this?", "red"),
    RATING("Rate it", "orange"),
    FOUND("Found report waiting for its missing report", "blue"),
    PARKED("Parked", "grey");

    public final String words;
    public final String colour;

    Waits(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable Waits of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    public static @Nullable Waits why(String kind, String state) {
        return switch (state) {
            case "parked" -> PARKED;
            case "received" -> kind.equals("found") || kind.equals("update") ? FOUND : IDENTITY;
            case "linked" -> kind.equals("found") || kind.equals("update") ? FOUND : RATING;
            default -> null;
        };
    }
}
