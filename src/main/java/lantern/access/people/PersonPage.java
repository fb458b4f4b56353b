package lantern.access.people;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * One person as their manager sees them.
 *
 * @param barred why the reader may not change anything here; null: they may
 */
public record PersonPage(
        UUID id,
        String name,
        String email,
        State state,
        String signedIn,
        String sessions,
        String secondFactor,
        List<PostRow> posts,
        @Nullable String role,
        @Nullable String reach,
        List<String> may,
        List<ChangeRow> changes,
        @Nullable String barred,
        boolean self)
        implements Page {

    /** @param code invited, active or disabled */
    public record State(String code, String words, String colour) {}

    public record PostRow(
            String role,
            String where,
            String from,
            String until,
            @Nullable UUID changeable) {}

    /** @param path where it is decided on or withdrawn; null when it is over */
    public record ChangeRow(
            String what,
            String reason,
            String asked,
            String outcome,
            @Nullable String path) {}

    @Override
    public String title() {
        return name;
    }

    @Override
    public String back() {
        return "/people";
    }

    public boolean disabled() {
        return state.code.equals("disabled");
    }

    public String at(String noun) {
        return "/people/" + id + "/" + noun;
    }
}
