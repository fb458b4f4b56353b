package lantern.children;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a child is added to the register. Only the family name must be there; identifiers are kept as given and
 * marked when their check digit is wrong (kinds: upn, nhs-number, police-nominal, looked-after-id).
 */
public record NewChild(
        String familyName,
        String givenNames,
        @Nullable String knownAs,
        @Nullable LocalDate dateOfBirth,
        boolean birthApproximate,
        String sex,
        @Nullable String ethnicity,
        @Nullable String description,
        Map<String, String> identifiers,
        List<Address> addresses,
        List<String> phones) {

    public record Address(String lines, @Nullable String postcode, String kind) {}
}
