package lantern.intake.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** The first question of a notification: what it is about. The form then has only what that needs. */
public record KindPage(Form form, @Nullable UUID quarantined, String back) implements Page.WithForm {
    static final Map<String, String> KINDS = kinds();

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("missing", "A child is missing");
        kinds.put("absent", "A child is absent");
        kinds.put("found", "A child was found");
        kinds.put("update", "News about a child who is missing");
        kinds.put("concern", "A concern about exploitation");
        kinds.put("education-referral", "A pupil is missing from education");
        kinds.put("public-report", "A member of the public saw or heard something");
        return kinds;
    }

    public static String words(String kind) {
        return KINDS.getOrDefault(kind, kind);
    }

    @Override
    public String title() {
        return "What is it about?";
    }
}
