package lantern.demo.invented;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names nobody has. The commonest stand first; with apostrophes, hyphens, marks and two-word names, as a register has them. */
public final class Names {
    /** Family names of staff: everyone who works in the demo is a test. */
    private static final List<String> STAFF =
            words("Testwick Demoford Samplethorpe Mockridge Trialby Exampleton Draftgarth Pretendwell Fabley Imaginby");

    private static final List<String> BEGINNINGS = words("""
            Quill Moss Thistle Bramble Lark Fern Copper Tumble Hazel Winter Otter Nettle Marsh Finch Puddle Candle Gorse Willow Pebble Rook
            Saffron Cinder Dapple Hollow Juniper Kestrel Lantern Meadow Nutmeg Oaken Pepper Rushing Sorrel Tangle Umber Velvet Whistle Yarrow
            Amber Badger Clover Dusk Ember Frost Glimmer Heron Ivy Jasper Linnet Mallow Nimble Opal Plover Quarrel Ripple Sedge Teasel Vetch""");

    private static final List<String> ENDINGS = words("""
            feather water wick thorn mere brook shaw fold gill beck stile garth holm croft dyke bottom snape hurst rigg combe wade spinney latch
            weather kettle bell button barrow hatch mantle penny ladle stitch whisk bonnet cobble crumb thimble pocket puddock saddle spindle
            tallow trundle wattle wimple""");

    private static final List<String> ODD = List.of(
            "O'Thistle",
            "O'Larkin-Moss",
            "D'Arrowby",
            "Van der Quill",
            "Mac an Wren",
            "Björkwick",
            "Søndermere",
            "Łarkowska",
            "Ferñandale",
            "Škrelbeck",
            "Aït-Bramble",
            "Ó Mossgill",
            "Nwafeather",
            "Al-Sedgeri",
            "Thaï-Penny",
            "Zeĺenka");

    private static final List<String> FAMILIES = families();

    private static final List<String> GIVEN = words("""
            Wren Tansy Bramble Orrin Fennel Sorrel Pip Merrily Jonquil Tarn Rowena-Lark Bryn-Moss Cosmo Linnet Sable Perran Isolde Quinn-Ash
            Marlow Teasel Corin Damson Elowen Ferris Gale Hollis Indigo Jory Kestrel Lowen Mallow Nettle Oriel Piran Quillan Rushen Senna
            Tamsin Umbra Vesper Willow Yarrow Zennor Alder Briony Caspian Dove Ember Flax Garnet Heron Imber Juniper Kerensa Lark Meadow
            Nimbus Osier Plover Reed Sorley Thrush Ursel Vervain Whin Xanthe Yewan Zephyr Amaryl Beck Clove Dapple Eider Fable Gorse Hazeldine
            Islay Jasper-Lee Kip Ludo Moss Nye Ottoline Pepper Robin-Jay Sparrow Twill Una-Wren Vetch Wilder Zinnia Ambrosia Bartholomy
            Celandine Dunnock Evander Finch Goldie Huckle Ivo Jessamy Kitt Lorcan-Bay Marigold Nolly Orla-Fen Pascoe Quill Rosalba Stellan
            Tuppence Undine Viola-May Wystan Yorick Zadie-Rose Ashby Birdie Campion Delphine Elm Florian Grover Hesper Inigo Juno Kerrin
            Leander Myrtle Nell-Ivy Oberon Primrose Ripley Saffron Tobin Ulla Verity-Joy Winter Zoë Brónach Séadlin Renée-Lou Łucjan Ñandu
            Anaïs Jürgi Noëlle Øyvin Chloë-Fern Amíra-Wren Tzviya Nkemi-Lark Yusra-May Ishaan-Reed Priyanka-Dove Kwabi Oluwren Zofinka""");

    private Names() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static List<String> families() {
        var all = new ArrayList<String>();
        // Endings outside, so that the commonest names begin and end differently.
        for (var ending = 0; ending < ENDINGS.size(); ending++)
            for (var beginning = 0; beginning < BEGINNINGS.size(); beginning++)
                all.add(BEGINNINGS.get(beginning) + ENDINGS.get((ending + beginning) % ENDINGS.size()));
        for (var i = 0; i < ODD.size(); i++) all.add(i * 12, ODD.get(i));
        return List.copyOf(all);
    }

    public static String family(Seeded chance) {
        if (chance.chance(0.05)) return chance.favourite(FAMILIES) + "-" + chance.favourite(FAMILIES);
        return chance.favourite(FAMILIES);
    }

    public static String given(Seeded chance) {
        return chance.favourite(GIVEN);
    }

    public static String staff(Seeded chance) {
        return chance.pick(GIVEN) + " " + chance.pick(STAFF);
    }

    /** What friends call them: "Bram" for Bramble. */
    public static String shortened(String given) {
        var first = given.split("[- ]", 2)[0];
        return first.length() < 5 ? first + (first.endsWith("y") ? "s" : "ie") : first.substring(0, 4);
    }

    /** Every family name there can be, before any is joined to another by a hyphen. */
    public static List<String> allFamilies() {
        return FAMILIES;
    }

    public static List<String> allGiven() {
        return GIVEN;
    }

    /** Whether every part of the name stands in these lists. */
    public static boolean isInvented(String family) {
        return FAMILIES.contains(family)
                || STAFF.contains(family)
                || Stream.iterate(family.indexOf('-'), at -> at >= 0, at -> family.indexOf('-', at + 1))
                        .anyMatch(at -> FAMILIES.contains(family.substring(0, at))
                                && FAMILIES.contains(family.substring(at + 1)));
    }
}
