package lantern.children.circumstances;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known around a child, as far as the reader's policies let it through; the newest first. */
public record Circumstances(
        List<Phone> phones,
        List<Account> accounts,
        List<Relation> relations,
        List<Disability> disabilities,
        List<MedicalNeed> medicalNeeds,
        List<SafeAddress> safeAddresses,
        List<School> schools,
        List<Officer> officers,
        List<PenPicture> penPictures,
        List<Photograph> photographs,
        List<Amendment> amendments,
        Languages languages) {

    public record Phone(
            String kind,
            String number,
            @Nullable String note,
            @Nullable LocalDate endsOn) {}

    public record Account(
            String platform,
            String handle,
            @Nullable String note,
            @Nullable LocalDate endsOn) {}

    /** {@code otherName} is null for somebody on the register whose record the reader may not see. */
    public record Relation(
            UUID id,
            String relationship,
            @Nullable String name,
            @Nullable UUID otherChild,
            @Nullable String otherName,
            String parentalResponsibility,
            String contact,
            @Nullable String contactNote,
            @Nullable String phone,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Instant recordedAt,
            UUID by) {}

    public record Disability(
            String code, @Nullable String note, @Nullable LocalDate endsOn) {}

    public record MedicalNeed(
            String need,
            @Nullable String medicine,
            @Nullable String withoutIt,
            @Nullable LocalDate endsOn) {}

    public record SafeAddress(
            String lines,
            @Nullable String postcode,
            @Nullable String whoMayKnow,
            @Nullable LocalDate endsOn) {}

    public record School(
            UUID id,
            String name,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Instant recordedAt,
            UUID by) {}

    public record Officer(
            UUID person, Instant startsAt, @Nullable Instant endsAt, UUID by) {}

    public record PenPicture(
            String looks,
            @Nullable String build,
            @Nullable String hair,
            @Nullable String marks,
            @Nullable String clothing,
            @Nullable String places,
            @Nullable String people,
            @Nullable String vulnerabilities,
            @Nullable String transport,
            Instant recordedAt,
            UUID by) {}

    public record Photograph(
            UUID id,
            LocalDate takenOn,
            String takenBy,
            String basis,
            @Nullable LocalDate reviewOn,
            Instant recordedAt,
            UUID by,
            @Nullable Instant takenOffAt) {}

    public record Amendment(
            String kind,
            UUID subject,
            String act,
            Map<String, @Nullable Object> was,
            @Nullable String because,
            Instant at,
            UUID by) {}

    public record Languages(
            @Nullable String gender,
            @Nullable String birthNote,
            @Nullable String first,
            @Nullable String others,
            String interpreter,
            @Nullable String note) {}

    public @Nullable Officer officer() {
        return officers.stream()
                .filter(each -> each.endsAt() == null)
                .findFirst()
                .orElse(null);
    }

    public @Nullable PenPicture penPicture() {
        return penPictures.isEmpty() ? null : penPictures.getFirst();
    }

    /** The one in use; those before it stay to be read. */
    public @Nullable Photograph photograph() {
        return photographs.stream()
                .filter(each -> each.takenOffAt() == null)
                .findFirst()
                .orElse(null);
    }

    /** Everybody who wrote any of it, by id. */
    public Set<UUID> mentioned() {
        var all = new HashSet<UUID>();
        relations.forEach(each -> all.add(each.by()));
        schools.forEach(each -> all.add(each.by()));
        officers.forEach(each -> all.addAll(List.of(each.person(), each.by())));
        penPictures.forEach(each -> all.add(each.by()));
        photographs.forEach(each -> all.add(each.by()));
        amendments.forEach(each -> all.add(each.by()));
        return all;
    }
}
