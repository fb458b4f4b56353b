package lantern.demo.invented;

import java.util.List;

/** The invented geography of one authority. Its postcode area has the form of one and is none: Royal Mail has no ZX and no QL. */
public record Places(String postcodeArea, List<String> towns, List<String> hideouts) {
    public static final Places MERROWDALE = new Places(
            "ZX",
            List.of(
                    "Merrowford",
                    "Fernhollow",
                    "Ottersquay",
                    "Brackenstow",
                    "Quillhaven",
                    "Gorsemere",
                    "Thrushwick",
                    "Upper Tanglewick",
                    "Dapplebridge",
                    "Nettlegate"),
            List.of(
                    "Merrowford bus station",
                    "the arcade in Quillhaven",
                    "Ottersquay harbour",
                    "the skate park at Gorsemere",
                    "the burger place on Tallow Street",
                    "a friend's flat in Nettlegate",
                    "the retail park at Dapplebridge",
                    "the old kilns behind Brackenstow"));

    public static final Places LARKWATER = new Places(
            "QL",
            List.of("Larkwater Cross", "Pipitsend", "Saltmarrow", "Heronsedge", "Driftholm", "Little Plovermere"),
            List.of(
                    "Larkwater Cross station",
                    "the slipway at Driftholm",
                    "the market hall in Saltmarrow",
                    "the shelter on Pipitsend front",
                    "an older friend's house in Heronsedge"));

    private static final List<String> STREETS = List.of(
            "Tanglewick",
            "Copperkettle",
            "Owlhatch",
            "Penny Ladle",
            "Bellwether",
            "Rushlight",
            "Thimble",
            "Marlpit",
            "Wattle",
            "Cobbler's",
            "Lamplighter",
            "Puddock",
            "Sallow",
            "Spindle",
            "Tinderbox",
            "Whistling",
            "Candlemaker",
            "Dovecote",
            "Fiddler's",
            "Gander",
            "Haymaker",
            "Inkwell",
            "Jackdaw",
            "Kiln");
    private static final List<String> KINDS =
            List.of("Street", "Road", "Lane", "Close", "Rise", "Row", "Avenue", "Green");
    // Royal Mail leaves out the letters that are easily misread.
    private static final String UNIT = "ABDEFGHJLNPQRSTUWXYZ";

    /** A street address and its postcode. */
    public record Address(String lines, String postcode) {}

    public Address address(Seeded chance) {
        var town = chance.below(towns.size());
        var lines =
                chance.between(1, 180) + " " + chance.pick(STREETS) + " " + chance.pick(KINDS) + ", " + towns.get(town);
        // Four districts a town, so that a postcode says where somebody lives.
        var postcode = postcodeArea + (town * 4 + chance.between(1, 4)) + " " + chance.below(10) + letter(chance)
                + letter(chance);
        return new Address(lines, postcode);
    }

    private static char letter(Seeded chance) {
        return UNIT.charAt(chance.below(UNIT.length()));
    }
}
