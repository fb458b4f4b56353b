package lantern.children.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantern.access.Access;
import lantern.access.Permission;
import lantern.children.Candidate;
import lantern.children.Candidate.Compared;
import lantern.children.Candidate.Level;
import lantern.platform.web.forms.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search for machine clients (spec: api.md). */
@RestController
@Transactional
class ChildrenApi {
    private final Access access;
    private final Search search;

    ChildrenApi(Access access, Search search) {
        this.access = access;
        this.search = search;
    }

    /** {@code mayMatchUnseen}: records that the client may not see and that may match; the hub manager knows more. */
    record Answer(List<Found> children, int mayMatchUnseen) {}

    record Found(
            UUID id,
            String reference,
            String name,
            @Nullable LocalDate dateOfBirth,
            boolean lookedAfter,
            boolean open,
            double probability,
            List<Reason> reasons) {}

    record Reason(String field, String level, String words, double weight) {}

    @GetMapping("/api/v1/children")
    Answer children(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String dateOfBirth,
            @RequestParam(required = false) @Nullable String identifier,
            @RequestParam(defaultValue = "") String purpose) {
        access.require(Permission.READ_CHILD);
        var errors =
                new FormErrors().addIf(purpose.isBlank(), "purpose", "Say for what purpose the register is searched");
        var born = day(dateOfBirth, errors);
        var text = SearchText.of(q, born, identifier);
        errors.addIf(text.isEmpty(), "q", "Give a name, a dateOfBirth or an identifier")
                .throwIfAny();
        var found = search.find(text);
        return new Answer(found.children().stream().map(ChildrenApi::found).toList(), found.hidden());
    }

    private static @Nullable LocalDate day(@Nullable String dateOfBirth, FormErrors errors) {
        if (dateOfBirth == null || dateOfBirth.isBlank()) return null;
        try {
            return LocalDate.parse(dateOfBirth);
        } catch (DateTimeException e) {
            errors.add("dateOfBirth", "Write the date of birth as 2011-04-09");
            return null;
        }
    }

    private static Found found(Candidate child) {
        var reasons = child.working().stream()
                .filter(each -> each.level() != Level.MISSING)
                .map(ChildrenApi::reason)
                .toList();
        return new Found(
                child.child(),
                child.reference(),
                child.name(),
                child.dateOfBirth(),
                child.lookedAfter(),
                child.open(),
                child.probability(),
                reasons);
    }

    private static Reason reason(Compared each) {
        return new Reason(
                each.field(), each.level().name().toLowerCase(java.util.Locale.ROOT), each.words(), each.weight());
    }
}
