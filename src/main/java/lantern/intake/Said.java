package lantern.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a notification said, field by field as in the HTTP contract (spec: api.md); what was not said is null or empty. Kept as JSON
 * beside the raw message. Names of fields are those of the contract.
 */
public record Said(
        @Nullable Reporter reporter,
        @Nullable Child child,
        @Nullable Missing missing,
        @Nullable Found found) {

    public record Reporter(
            @Nullable String name,
            @Nullable String relationship,
            @Nullable String phone,
            @Nullable String email) {}

    public record Child(
            @Nullable String familyName,
            @Nullable String givenNames,
            @Nullable String knownAs,
            @Nullable LocalDate dateOfBirth,
            @Nullable Integer approximateAge,
            @Nullable String sex,
            @Nullable String ethnicity,
            Map<String, String> identifiers,
            List<Address> addresses,
            List<String> phones,
            @Nullable String description,
            @Nullable String clothing,
            List<String> accounts,
            @Nullable String disability,
            @Nullable String medication) {

        // What was left out is nothing, also when it is read back from JSON that leaves it out.
        public Child {
            identifiers = orElse(identifiers, Map.of());
            addresses = orElse(addresses, List.of());
            phones = orElse(phones, List.of());
            accounts = orElse(accounts, List.of());
        }

        /** Without accounts, disability and medication. */
        public Child(
                @Nullable String familyName,
                @Nullable String givenNames,
                @Nullable String knownAs,
                @Nullable LocalDate dateOfBirth,
                @Nullable Integer approximateAge,
                @Nullable String sex,
                @Nullable String ethnicity,
                Map<String, String> identifiers,
                List<Address> addresses,
                List<String> phones,
                @Nullable String description,
                @Nullable String clothing) {
            this(
                    familyName,
                    givenNames,
                    knownAs,
                    dateOfBirth,
                    approximateAge,
                    sex,
                    ethnicity,
                    identifiers,
                    addresses,
                    phones,
                    description,
                    clothing,
                    List.of(),
                    null,
                    null);
        }

        public String name() {
            return ((givenNames == null ? "" : givenNames + " ") + (familyName == null ? "" : familyName)).strip();
        }
    }

    public record Address(
            @Nullable String lines,
            @Nullable String postcode,
            @Nullable String kind) {}

    public record Missing(
            @Nullable Instant lastSeenAt,
            @Nullable String lastSeenPlace,
            @Nullable String lastSeenBy,
            @Nullable String missingFrom,
            @Nullable String placementName,
            @Nullable String circumstances,
            @Nullable String classification,
            @Nullable String risk,
            @Nullable Boolean outOfCharacter,
            List<String> concerns,
            @Nullable String policeReference,
            @Nullable String lastSeenWith,
            @Nullable String transport,
            @Nullable String money,
            @Nullable String danger,
            @Nullable String exploitation,
            @Nullable String earlierEpisodes,
            List<String> checks) {

        public Missing {
            concerns = orElse(concerns, List.of());
            checks = orElse(checks, List.of());
        }

        /** Without whom they were with, what they have on them, danger, earlier episodes and the carer's checks. */
        public Missing(
                @Nullable Instant lastSeenAt,
                @Nullable String lastSeenPlace,
                @Nullable String lastSeenBy,
                @Nullable String missingFrom,
                @Nullable String placementName,
                @Nullable String circumstances,
                @Nullable String classification,
                @Nullable String risk,
                @Nullable Boolean outOfCharacter,
                List<String> concerns,
                @Nullable String policeReference) {
            this(
                    lastSeenAt,
                    lastSeenPlace,
                    lastSeenBy,
                    missingFrom,
                    placementName,
                    circumstances,
                    classification,
                    risk,
                    outOfCharacter,
                    concerns,
                    policeReference,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of());
        }
    }

    public record Found(
            @Nullable Instant foundAt,
            @Nullable String foundPlace,
            @Nullable String foundBy,
            @Nullable String returnedTo,
            @Nullable String harm,
            @Nullable String safeAndWellCheck) {}

    private static <T> T orElse(@Nullable T given, T nothing) {
        return given == null ? nothing : given;
    }
}
