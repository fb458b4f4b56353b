package lantern.demo.authority;

import java.util.ArrayList;
import java.util.List;
import lantern.demo.invented.Seeded;

/** The children's homes of an authority. From two of them children go missing far more often: a pattern to be found. */
final class Homes {
    private static final List<String> NAMES = List.of(
            "Kettlegate House",
            "The Old Puddock",
            "Owlhatch Lodge",
            "Candlemere",
            "Sallow Bank",
            "Number Nine, Tinderbox Row",
            "Fiddler's Rest",
            "Thimble Cottage",
            "Rushlight House",
            "The Drying Loft",
            "Wattle End",
            "Spindle Court");
    private static final int OFTEN = 2;
    private static final double MUCH_MORE = 4;

    private Homes() {}

    static List<Home> of(Authority.Kind kind, Seeded chance) {
        var merrowdale = kind == Authority.Kind.MERROWDALE;
        var names = merrowdale ? NAMES.subList(0, 8) : NAMES.subList(8, NAMES.size());
        var homes = new ArrayList<Home>();
        for (var name : names) {
            var address = kind.places.address(chance);
            homes.add(new Home(
                    name,
                    homes.size() % 4 == 3 ? "H5" : "K2",
                    homes.size() % 3 == 0 ? "PR1" : "PR4",
                    address.lines(),
                    address.postcode(),
                    homes.size() < OFTEN ? MUCH_MORE : 1));
        }
        return List.copyOf(homes);
    }
}
