package db.migration.timescales;

import lantern.timescales.edition.EditionReader;
import lantern.timescales.edition.StandardsLoader;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Loads the editions of definitions/standards whenever they changed, as the role that owns the tables. Found by Flyway. */
public final class R__Shipped_standards extends BaseJavaMigration {
    @Override
    public Integer getChecksum() {
        return EditionReader.checksum();
    }

    @Override
    public void migrate(Context context) throws Exception {
        StandardsLoader.load(context.getConnection(), EditionReader.shipped());
    }
}
