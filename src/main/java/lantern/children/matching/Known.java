package lantern.children.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the register holds of one candidate, as far as it is compared; postcodes, phones and identifier values are keys. */
record Known(
        UUID child,
        List<Name> names,
        @Nullable LocalDate born,
        boolean birthApproximate,
        String sex,
        List<Identifier> identifiers,
        Set<String> postcodes,
        Set<String> phones) {

    record Name(boolean current, String family, String given) {}

    record Identifier(String kind, boolean wellFormed, String key) {}
}
