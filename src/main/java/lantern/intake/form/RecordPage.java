package lantern.intake.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** The form that records a notification; {@code quarantined} when it completes a message that could not be read. */
public record RecordPage(Form form, @Nullable UUID quarantined, String reference) implements Page.WithForm {
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
        return quarantined == null ? "/" : "/inbox/quarantine/" + quarantined;
    }

    public String action() {
        return quarantined == null ? "/notifications" : "/notifications?quarantine=" + quarantined;
    }
}
