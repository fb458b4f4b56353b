package lantern.children.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import lantern.platform.Refused;

/** On what lawful ground something is shared (UK GDPR articles 6 and 9, Data Protection Act 2018 schedule 1 paragraph 18, orders of courts). */
enum Basis {
    SAFEGUARDING("safeguarding", "To safeguard a child, as a public task"),
    VITAL("vital-interests", "To protect somebody's life"),
    DUTY("legal-obligation", "The law says that it must be given"),
    COURT("court-order", "A court has ordered it"),
    CONSENT("consent", "The child, or who has parental responsibility, agreed");

    final String code;
    final String words;

    Basis(String code, String words) {
        this.code = code;
        this.words = words;
    }

    static Basis of(String code) {
        for (var each : values()) {
            if (each.code.equals(code)) return each;
        }
        throw new Refused("Choose on what ground it is shared", "basis");
    }

    static Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        for (var each : values()) choices.put(each.code, each.words);
        return choices;
    }
}
