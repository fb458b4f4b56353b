package lantern.intake.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * The form that records a notification of one kind, with the parts that this kind needs; {@code quarantined} when it completes a message
 * that could not be read.
 */
public record RecordPage(Form form, @Nullable UUID quarantined, String reference, String kind)
        implements Page.WithForm {
    /** What a carer does before reporting (practice guidance): a checklist to record, never a barrier. */
    public static final List<String> CHECKS = List.of(
            "likely reason and intentions",
            "phone, text and social media",
            "searched the locality",
            "places the child goes to",
            "friends and family",
            "community",
            "school, college or work",
            "parents and relatives of a looked after child",
            "other homes and carers",
            "other professionals",
            "on-call manager and the child's plan");

    public static Map<String, String> checks() {
        var checks = new LinkedHashMap<String, String>();
        for (var check : CHECKS) checks.put(check, check.substring(0, 1).toUpperCase(Locale.UK) + check.substring(1));
        return checks;
    }

    @Override
    public String title() {
        return quarantined == null ? "Record a notification" : "Complete the message by hand";
    }

    @Override
    public String back() {
        return quarantined == null ? "/notifications/new" : "/inbox/quarantine/" + quarantined;
    }

    public String action() {
        return quarantined == null ? "/notifications" : "/notifications?quarantine=" + quarantined;
    }

    public String kindWords() {
        return KindPage.words(kind);
    }

    /** Where another kind is chosen. */
    public String otherKind() {
        return quarantined == null ? "/notifications/new" : "/notifications/new?kind=&quarantine=" + quarantined;
    }

    public boolean concern() {
        return kind.equals("concern");
    }

    public boolean missingOrAbsent() {
        return kind.equals("missing") || kind.equals("absent");
    }

    private boolean found() {
        return kind.equals("found");
    }

    public boolean asksHow() {
        return !found() || has("circumstances", "concerns");
    }

    public boolean asksLastSeen() {
        return missingOrAbsent()
                || List.of("update", "public-report").contains(kind)
                || has("lastSeenTime", "lastSeenPlace", "lastSeenBy");
    }

    public boolean asksMissingFrom() {
        return missingOrAbsent() || has("missingFrom", "placementName", "outOfCharacter", "checks");
    }

    public boolean asksFound() {
        return found() || has("foundAtTime", "foundPlace", "foundBy", "returnedTo", "harm", "safeAndWellCheck");
    }

    public boolean asksPolice() {
        return !concern() && !kind.equals("education-referral") || has("risk", "policeReference");
    }

    /** What a message or a draft holds is shown whatever the kind, so that nothing is lost unseen. */
    public boolean has(String... names) {
        return Stream.of(names).anyMatch(name -> form.error(name) != null || holds(form.value(name)));
    }

    private static boolean holds(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
