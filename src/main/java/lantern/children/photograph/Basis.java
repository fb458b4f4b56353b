package lantern.children.photograph;

import java.util.LinkedHashMap;
import java.util.Map;

/** On what ground a photograph is kept and shared (UK GDPR article 6: consent, public task, vital interests). */
final class Basis {
    static final Map<String, String> ALL = all();

    private Basis() {}

    private static Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        all.put("consent-parent", "Consent of somebody with parental responsibility");
        all.put("consent-child", "Consent of the child, who understands it");
        all.put("duty", "The duty to safeguard the child (public task)");
        all.put("vital-interest", "To protect the child's life (vital interests)");
        return all;
    }
}
