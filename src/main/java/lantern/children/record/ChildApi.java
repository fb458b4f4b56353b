package lantern.children.record;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.access.Access;
import lantern.access.Actor;
import lantern.access.Permission;
import lantern.access.Withholding;
import lantern.audit.Ledger;
import lantern.children.merge.MergedRecords;
import lantern.children.record.ChildRecord.Address;
import lantern.children.record.ChildRecord.Identifier;
import lantern.children.record.ChildRecord.LegalStatus;
import lantern.children.record.ChildRecord.Name;
import lantern.children.record.ChildRecord.Placement;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The child as a resource for machine clients, by section (spec: api.md). */
@RestController
@Transactional
class ChildApi {
    private final Access access;
    private final ChildQueries queries;
    private final Withholding withholding;
    private final MergedRecords merged;
    private final Ledger ledger;

    ChildApi(Access access, ChildQueries queries, Withholding withholding, MergedRecords merged, Ledger ledger) {
        this.access = access;
        this.queries = queries;
        this.withholding = withholding;
        this.merged = merged;
        this.ledger = ledger;
    }

    /** {@code hidden}: what the record may hold and the client may not have. */
    record Answer(
            UUID id,
            String reference,
            Identity identity,
            @Nullable Contact contact,
            @Nullable Legal legal,
            List<Worker> allocations,
            List<String> hidden) {}

    record Worker(
            @Nullable String name,
            @Nullable String agency,
            @Nullable String team,
            Instant startsAt,
            @Nullable Instant endsAt) {}

    record Identity(
            String familyName,
            String givenNames,
            @Nullable String knownAs,
            List<Name> names,
            @Nullable LocalDate dateOfBirth,
            String birthPrecision,
            String sex,
            @Nullable String ethnicity,
            List<Identifier> identifiers,
            String standing) {}

    record Contact(List<Address> addresses, List<String> phones) {}

    /** {@code placements} are part of contact: null where that is hidden and this is not. */
    record Legal(
            @Nullable Boolean lookedAfter,
            @Nullable List<LegalStatus> legalStatuses,
            @Nullable List<Placement> placements) {}

    /** An old id of a record that was merged answers with the address of the one that stands. */
    @GetMapping("/api/v1/children/{id}")
    ResponseEntity<Answer> child(@PathVariable UUID id) {
        var actor = access.require(Permission.READ_CHILD);
        var found = queries.find(id);
        if (found.isEmpty()) {
            var stands = merged.standingFor(id).orElseThrow(Refused::notFound);
            return ResponseEntity.status(307)
                    .location(URI.create("/api/v1/children/" + stands))
                    .build();
        }
        return ResponseEntity.ok(answer(actor, found.get()));
    }

    private Answer answer(Actor actor, ChildRecord child) {
        var id = child.id();
        var withheld = withholding.of(id);
        var noContact = withheld.has("contact");
        var noLegal = withheld.has("legal");
        ledger.look(id, withheld.seen("identity", "contact", "legal"));
        // The database keeps placement addresses from all but those who arrange them (children.placement_address).
        var noAddress = !actor.may(Permission.WRITE_CHILD) || withheld.has("placement-address");
        var hidden = Stream.concat(
                        noAddress ? Stream.of("placementAddress") : Stream.of(),
                        withheld.sections().stream().filter(each -> !each.equals("placement-address")))
                .toList();
        return new Answer(
                child.id(),
                child.reference(),
                new Identity(
                        child.familyName(),
                        child.givenNames(),
                        child.knownAs(),
                        child.names(),
                        child.dateOfBirth(),
                        child.birthPrecision(),
                        child.sex(),
                        child.ethnicity(),
                        child.identifiers(),
                        child.standing()),
                noContact ? null : new Contact(child.addresses(), child.phones()),
                noLegal && noContact
                        ? null
                        : new Legal(
                                noLegal ? null : child.lookedAfter(),
                                noLegal ? null : child.legalStatuses(),
                                noContact ? null : child.placements()),
                child.allocations().stream()
                        .map(each -> new Worker(
                                child.nameOf(each.worker()),
                                child.agencyOf(each.worker()),
                                each.team(),
                                each.startsAt(),
                                each.endsAt()))
                        .toList(),
                hidden);
    }
}
