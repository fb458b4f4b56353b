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

    /**
     * All that is known of a candidate out of the reader's sight: how the question fits it (0 not known, 1 the same, 2 close, 3
     * different), and which kinds of identifier agree or differ.
     */
    record Resemblance(
            UUID child,
            int family,
            int given,
            int birth,
            int postcode,
            int phone,
            Set<String> sameKinds,
            Set<String> otherKinds) {}
}
