package lantern.children.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantern.access.Actor;
import lantern.access.Names;
import lantern.children.kin.Warnings;
import lantern.children.looks.WhoLooked;
import org.jspecify.annotations.Nullable;

/** Everything this room holds of one child, as far as the reader's policies let it through. */
public record ChildRecord(
        UUID id,
        String reference,
        String familyName,
        String givenNames,
        @Nullable String knownAs,
        @Nullable LocalDate dateOfBirth,
        String birthPrecision,
        String sex,
        @Nullable String ethnicity,
        @Nullable String description,
        String standing,
        @Nullable String responsibleAuthority,
        Instant recordedAt,
        UUID recordedBy,
        List<Name> names,
        List<Identifier> identifiers,
        List<Address> addresses,
        List<String> phones,
        List<LegalStatus> legalStatuses,
        List<Placement> placements,
        List<Allocation> allocations,
        List<Flag> flags,
        Names.Called people) {

    public record Name(
            UUID id,
            String kind,
            String family,
            String given,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Instant recordedAt,
            UUID by) {}

    public record Identifier(String kind, String value, boolean wellFormed) {}

    public record Address(
            UUID id,
            String kind,
            String lines,
            @Nullable String postcode,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Instant recordedAt,
            UUID by) {}

    public record LegalStatus(
            UUID id,
            String code,
            @Nullable String endedBecause,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Instant recordedAt,
            UUID by) {}

    /** The address is null when there is none or when the reader may not have it: the page knows which from their permissions. */
    public record Placement(
            UUID id,
            @Nullable String endedBecause,
            String type,
            @Nullable String provider,
            String name,
            @Nullable String hostAuthority,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String address,
            @Nullable String postcode,
            Instant recordedAt,
            UUID by) {}

    public record Allocation(
            UUID worker,
            UUID teamId,
            @Nullable String team,
            Instant startsAt,
            @Nullable Instant endsAt,
            UUID by) {}

    public record Flag(
            UUID id,
            String text,
            UUID owner,
            @Nullable LocalDate reviewOn,
            Instant raisedAt,
            UUID raisedBy,
            @Nullable Instant removedAt,
            @Nullable UUID removedBy,
            @Nullable String removedBecause) {
        public boolean standing() {
            return removedAt == null;
        }

        public boolean overdue(LocalDate today) {
            return standing() && reviewOn != null && reviewOn.isBefore(today);
        }
    }

    /** As the page of looks itself has it: nobody is led to a page that refuses them. */
    boolean whoLookedIsShownTo(Actor actor) {
        var allocated = allocated();
        return WhoLooked.isShownTo(actor, allocated == null ? null : allocated.worker());
    }

    ChildRecord with(Names.Called people) {
        return new ChildRecord(
                id,
                reference,
                familyName,
                givenNames,
                knownAs,
                dateOfBirth,
                birthPrecision,
                sex,
                ethnicity,
                description,
                standing,
                responsibleAuthority,
                recordedAt,
                recordedBy,
                names,
                identifiers,
                addresses,
                phones,
                legalStatuses,
                placements,
                allocations.stream()
                        .map(each -> new Allocation(
                                each.worker(),
                                each.teamId(),
                                people.name(each.teamId()),
                                each.startsAt(),
                                each.endsAt(),
                                each.by()))
                        .toList(),
                flags,
                people);
    }

    /** Everybody and every team that the record mentions, by id. */
    public Set<UUID> mentioned() {
        var all = new HashSet<>(Set.of(recordedBy));
        names.forEach(each -> all.add(each.by()));
        addresses.forEach(each -> all.add(each.by()));
        legalStatuses.forEach(each -> all.add(each.by()));
        placements.forEach(each -> all.add(each.by()));
        for (var each : allocations) all.addAll(List.of(each.worker(), each.teamId(), each.by()));
        for (var each : flags) {
            all.addAll(List.of(each.owner(), each.raisedBy()));
            if (each.removedBy() != null) all.add(each.removedBy());
        }
        return all;
    }

    public @Nullable String nameOf(@Nullable UUID person) {
        return people.name(person);
    }

    public @Nullable String agencyOf(UUID person) {
        return people.agency(person);
    }

    public String name() {
        return givenNames.isBlank() ? familyName : givenNames + " " + familyName;
    }

    public boolean lookedAfter() {
        return legalStatuses.stream().anyMatch(each -> each.endsOn() == null);
    }

    public boolean open() {
        return standing.equals("open");
    }

    /** In whole years; a child of unknown birth has none. */
    public @Nullable Integer age(LocalDate today) {
        return dateOfBirth == null || dateOfBirth.isAfter(today)
                ? null
                : Period.between(dateOfBirth, today).getYears();
    }

    public @Nullable Allocation allocated() {
        return allocations.stream()
                .filter(each -> each.endsAt() == null)
                .findFirst()
                .orElse(null);
    }

    public @Nullable Placement placed() {
        return placements.stream()
                .filter(each -> each.endsOn() == null)
                .findFirst()
                .orElse(null);
    }

    public List<Flag> standingFlags() {
        return flags.stream().filter(Flag::standing).toList();
    }

    /** What a warning before the record compares. */
    Warnings.Compared compared() {
        return new Warnings.Compared(
                names.stream()
                        .map(each -> new Warnings.Name(each.family(), each.given()))
                        .toList(),
                dateOfBirth,
                addresses.stream()
                        .filter(each -> each.endsOn() == null)
                        .map(Address::postcode)
                        .filter(java.util.Objects::nonNull)
                        .toList());
    }
}
