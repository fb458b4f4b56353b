package lantern.platform.web.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lantern.platform.web.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Forms that lose nothing: a page with a form begins with {@code forms.load(request)}. */
@Component
public final class Forms {
    /** The hidden field that holds the address of the page the form is on. */
    public static final String FIELD = "_form";

    private static final Pattern SECRET =
            Pattern.compile("_.*|.*(password|passphrase|passcode|one-?time|otp|secret).*");

    private static final String INSTEAD = Forms.class.getName() + ".instead";

    private final ObjectProvider<Drafts> drafts;

    Forms(ObjectProvider<Drafts> drafts) {
        this.drafts = drafts;
    }

    /** What was typed into the form at this address and not yet accepted, with what was wrong with it. */
    public Form load(HttpServletRequest request) {
        var kept = drafts.getIfAvailable();
        return kept == null ? Form.EMPTY : kept.find(address(request)).orElse(Form.EMPTY);
    }

    /** The form's own address, with its query: what the hidden field says when the form is posted. */
    public static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** The address to go back to, when the form can be shown again there with what was typed. */
    public @Nullable String keep(HttpServletRequest request, List<FieldError> errors) {
        var form = request.getParameter(FIELD);
        var kept = drafts.getIfAvailable();
        if (form == null || kept == null || !LocalPath.is(form)) {
            return null;
        }
        kept.keep(form, typed(request), errors);
        return form;
    }

    void accepted(HttpServletRequest request) {
        var form = request.getParameter(FIELD);
        var kept = drafts.getIfAvailable();
        if (form != null && kept != null && LocalPath.is(form)) {
            kept.forget(form);
        }
    }

    /** When this post is refused, the form shows these fields: what was typed, put together with what somebody else saved. */
    public static void showInstead(HttpServletRequest request, Map<String, List<String>> fields) {
        request.setAttribute(INSTEAD, fields);
    }

    /** Secrets and the form's own hidden fields are never kept. */
    @SuppressWarnings("unchecked") // set by showInstead only
    public static Map<String, List<String>> typed(HttpServletRequest request) {
        if (request.getAttribute(INSTEAD) instanceof Map<?, ?> instead) return (Map<String, List<String>>) instead;
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                fields.put(name, Arrays.asList(values));
            }
        });
        return fields;
    }
}
