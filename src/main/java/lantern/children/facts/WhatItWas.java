package lantern.children.facts;

import java.util.Map;
import lantern.children.facts.kind.FactKinds;
import org.jspecify.annotations.Nullable;

/** A fact that was amended, in words for the chronology. */
public final class WhatItWas {
    private static final String PLACEMENT_ADDRESS = "placement-address";

    private WhatItWas() {}

    /** Who somebody is to a child: code, then words. */
    public static Map<String, String> relationships() {
        return FactKinds.RELATIONSHIPS;
    }

    /** "Legal status": what the fact is called. */
    public static String title(String kind) {
        if (kind.equals(PLACEMENT_ADDRESS)) return "Placement address";
        var singular = FactKinds.ofCode(kind).singular();
        return Character.toUpperCase(singular.charAt(0)) + singular.substring(1);
    }

    public static String inWords(String kind, Map<String, @Nullable Object> was) {
        if (kind.equals(PLACEMENT_ADDRESS)) return String.valueOf(was.get("lines"));
        return FactKinds.ofCode(kind).toldWhole(was, Map.of());
    }
}
