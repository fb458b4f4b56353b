package lantern.demo.history;

import lantern.demo.authority.Authority;
import lantern.demo.authority.Region;
import lantern.demo.child.Child;
import lantern.demo.exploited.Exploited;
import lantern.demo.invented.Seeded;
import lantern.demo.report.Clocks;
import lantern.demo.report.Reports;
import lantern.demo.report.Scene;
import lantern.demo.rows.Rows;

/** The missing episodes of one child after another, with all that hangs on them. */
public final class History {
    private static final int OFTEN = 2;
    private static final double ABSENT_ONCE = 0.12;

    private final Rows rows;
    private final Authority authority;
    private final Region region;

    public History(Rows rows, Authority authority, Region region) {
        this.rows = rows;
        this.authority = authority;
        this.region = region;
    }

    public void add(Child child) {
        var chance = Seeded.of(region.seed(), child.number(), 4);
        var absences = Absences.of(child, region, chance);
        Exploited.add(
                new Scene(
                        rows,
                        region,
                        authority,
                        child,
                        Seeded.of(region.seed(), child.number(), 7),
                        new Clocks(rows, authority)),
                absences.size());
        if (absences.isEmpty()) return;
        var scene = new Scene(rows, region, authority, child, chance, new Clocks(rows, authority));
        if (chance.chance(ABSENT_ONCE)) new Reports(scene, absences.getFirst(), absences.size()).absent();
        Interview interview = null;
        for (var i = 0; i < absences.size(); i++)
            interview = new Story(scene, absences.get(i), i).write(interview, i >= OFTEN);
    }
}
