package lantern.access.agreement;

import java.util.LinkedHashMap;
import java.util.Map;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new agreement, or of a new version of one.
 *
 * @param changes the version that is changed; null for a new agreement
 * @param sections the ordinary sections by code; @param highRisk those that do harm in the wrong hands
 */
public record NewAgreementPage(
        Form form,
        @Nullable Agreement changes,
        Map<String, String> agencies,
        Map<String, String> roles,
        Map<String, String> bases,
        Map<String, String> conditions,
        Map<String, String> sections,
        Map<String, String> highRisk)
        implements Page.WithForm {
    @Override
    public String title() {
        return changes == null ? "New sharing agreement" : "Change the agreement";
    }

    @Override
    public String back() {
        return changes == null ? "/agreements" : "/agreements/" + changes.id();
    }

    public static Map<String, String> covers() {
        var covers = new LinkedHashMap<String, String>();
        covers.put("", "Not shared");
        covers.put("involved", "Of children they work with");
        covers.put("every-child", "Of every child of the authority");
        return covers;
    }
}
