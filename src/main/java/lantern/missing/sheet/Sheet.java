package lantern.missing.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.forms.Together;
import org.jspecify.annotations.Nullable;

/**
 * The form as it was saved last, by whom and as which revision; revision 0 is the form before anybody saved it.
 *
 * @param fields what is in each box, by its name
 */
record Sheet(
        int revision,
        Map<String, List<String>> fields,
        @Nullable Instant savedAt,
        @Nullable UUID savedBy) {

    /** @param base what the writer began from, with this as what stands now */
    Together with(Map<String, List<String>> base, Map<String, List<String>> typed) {
        return Together.of(base, fields, typed);
    }
}
