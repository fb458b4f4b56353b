package lantern.children.photograph;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** A child's photographs, the one in use first, and the form that adds one. {@code takingOff} is the one that is being taken off. */
public record PhotographsPage(
        Form form,
        UUID child,
        String name,
        String reference,
        List<Shown> photographs,
        @Nullable UUID takingOff,
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

    /** On what grounds a photograph can be kept, by code. */
    public static Map<String, String> bases() {
        return Basis.ALL;
    }

    @Override
    public String title() {
        return takingOff == null ? "Photographs" : "Take off a photograph";
    }

    @Override
    public String back() {
        return "/children/" + child + (takingOff == null ? "" : "/photographs");
    }
}
