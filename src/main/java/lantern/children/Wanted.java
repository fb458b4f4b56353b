package lantern.children;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom somebody is looking for: whatever is known, the rest null or empty. Missing is neither agreement nor disagreement. */
public record Wanted(
        @Nullable String familyName,
        @Nullable String givenNames,
        @Nullable String knownAs,
        @Nullable LocalDate dateOfBirth,
        @Nullable String sex,
        Map<String, String> identifiers,
        List<String> postcodes,
        List<String> phones) {}
