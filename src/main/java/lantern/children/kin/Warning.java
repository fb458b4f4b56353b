package lantern.children.kin;

import java.util.Locale;

/** Why somebody is warned, in words that say nothing of the record beyond what they told themselves. */
enum Warning {
    OWN("you said that this is your own child"),
    FAMILY("you said that this child is of your family"),
    COLLEAGUE("you said that this is a colleague's child"),
    NEIGHBOUR("you said that this is a neighbour's child"),
    OTHER("you said that you know this child"),
    NAME_AND_POSTCODE("the family name and a postcode in it are yours"),
    POSTCODE("a postcode in it is one that you gave as yours");

    final String words;

    Warning(String words) {
        this.words = words;
    }

    static Warning ofDeclared(String what) {
        return valueOf(what.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
