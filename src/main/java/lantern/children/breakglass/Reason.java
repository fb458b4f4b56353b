package lantern.children.breakglass;

import java.util.LinkedHashMap;
import java.util.Map;
import lantern.platform.Refused;

/** Why somebody opens a record that they cannot see. */
enum Reason {
    DANGER("danger", "The child may be in danger now"),
    MISSING("missing", "The child is missing, and I must act"),
    NOBODY_REACHED("nobody-reached", "Nobody who works with the child can be reached"),
    ASKED("asked", "Another agency asks, and waiting would put a child at risk"),
    OTHER("other", "Another reason");

    final String code;
    final String words;

    Reason(String code, String words) {
        this.code = code;
        this.words = words;
    }

    static Reason of(String code) {
        for (var each : values()) {
            if (each.code.equals(code)) return each;
        }
        throw new Refused("Choose why you must see the record", "reason");
    }

    static Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        for (var each : values()) choices.put(each.code, each.words);
        return choices;
    }
}
