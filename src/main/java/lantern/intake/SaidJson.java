package lantern.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@link Said} as the database keeps it: what was not said is left out. */
public final class SaidJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SaidJson() {}

    public static String write(Said said) {
        return JSON.writeValueAsString(said);
    }

    public static Said read(String json) {
        return JSON.readValue(json, Said.class);
    }
}
