package lantern.children.photograph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** A child's photographs, the one in use first, and the form that adds one. {@code reviewing} is the one that is being looked at again. */
public record PhotographsPage(
        Form form,
        UUID child,
        String name,
        String reference,
        List<Shown> photographs,
        @Nullable UUID reviewing,
        String fileHint,
        String accept,
        boolean mayWrite)
        implements Page.WithForm {

    /** @param takenOff why it is not in use any more; null when nobody took it off */
    public record Shown(
            UUID id,
            String taken,
            String basis,
            String review,
            String recorded,
            boolean inUse,
            @Nullable String takenOff) {}

    static final Map<String, String> DECISIONS = decisions();

    private static Map<String, String> decisions() {
        var decisions = new LinkedHashMap<String, String>();
        decisions.put("keep", "It shows the child as they look now, and the ground for keeping it holds");
        decisions.put("take-off", "Take it off: it is shown and printed no more, and stays in the history");
        return decisions;
    }

    public static Map<String, String> decided() {
        return DECISIONS;
    }

    /** On what grounds a photograph can be kept, by code. */
    public static Map<String, String> bases() {
        return Basis.ALL;
    }

    @Override
    public String title() {
        return reviewing == null ? "Photographs" : "Review a photograph";
    }

    @Override
    public String back() {
        return "/children/" + child + (reviewing == null ? "" : "/photographs");
    }
}
