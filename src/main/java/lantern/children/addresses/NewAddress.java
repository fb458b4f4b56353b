package lantern.children.addresses;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An address as somebody gives it; either day may be unknown. */
public record NewAddress(
        String kind,
        String lines,
        @Nullable String postcode,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn) {

    static boolean isKind(String code) {
        return code.equals("home") || code.equals("other");
    }
}
