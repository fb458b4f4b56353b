package lantern.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of "who looked": {@code act} is {@code look} for a record that was opened, {@code list} for a list that showed the child ({@code list} says
 * which), or what was done. {@code post} is the person's post now, {@code agency} the one they acted for then.
 */
public record Look(
        UUID id,
        Instant at,
        String act,
        @Nullable UUID actor,
        @Nullable String name,
        @Nullable String post,
        @Nullable String agency,
        List<String> sections,
        @Nullable String purpose,
        @Nullable String list) {

    /** Where the next page of {@link Looks} begins. */
    public Looks.Before before() {
        return new Looks.Before(at, id);
    }
}
