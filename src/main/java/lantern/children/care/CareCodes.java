package lantern.children.care;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lantern.platform.Refused;

/** The code lists of the national returns (SSDA903 and the children in need census, Department for Education), in their order. */
public final class CareCodes {
    public static final Map<String, String> LEGAL_STATUSES = read("legal-status");
    public static final Map<String, String> PLACEMENT_TYPES = read("placement-type");
    public static final Map<String, String> ETHNICITIES = read("ethnicity");
    public static final Map<String, String> PROVIDERS = read("placement-provider");
    public static final Map<String, String> ENDED_BECAUSE = read("reason-episode-ceased");
    public static final Map<String, String> MOVED_BECAUSE = read("placement-change-reason");
    /** The list of the children in need census. */
    public static final Map<String, String> DISABILITIES = read("disability");

    private CareCodes() {}

    static String require(Map<String, String> codes, String code, String field, String what) {
        if (!codes.containsKey(code)) throw new Refused("Choose " + what + " from the list", field);
        return code;
    }

    private static Map<String, String> read(String list) {
        try (var file = CareCodes.class.getResourceAsStream("/definitions/codes/" + list + ".txt")) {
            if (file == null) throw new IllegalStateException("definitions/codes/" + list + ".txt is missing");
            var codes = new LinkedHashMap<String, String>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line ->
                            codes.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
            return Collections.unmodifiableMap(codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
