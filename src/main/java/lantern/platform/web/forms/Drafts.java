package lantern.platform.web.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what the person at work has typed into a form, by the form's address, until it is posted or they sign out. */
public interface Drafts {
    void keep(String formUrl, Map<String, List<String>> fields, List<FieldError> errors);

    Optional<Form> find(String formUrl);

    void forget(String formUrl);
}
