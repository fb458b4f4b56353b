package lantern.platform.command;

import java.util.concurrent.Callable;
import lantern.platform.postgres.DatabaseRoles;
import lantern.platform.postgres.DatabaseSettings;
import lantern.platform.postgres.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        description = {
            "Bring the database to what this version of Lantern needs.",
            "With LANTERN_ADMIN_USER and LANTERN_ADMIN_PASSWORD set it first makes the roles, the database and its extensions."
        })
public final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private Installation lantern;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var environment = System.getenv();
        if (!DatabaseSettings.isOutside(environment)) {
            // opening the embedded database brings it up to date; a running server did so when it started
            try (var database = lantern.database()) {
                var applied = Migrations.apply(database.settings());
                out.println(said(applied));
            }
            return 0;
        }
        var settings = DatabaseSettings.outside(environment);
        if (settings.admin() != null) {
            DatabaseRoles.ensure(settings);
            out.println("The roles, the database and its extensions are there.");
        }
        out.println(said(Migrations.apply(settings)));
        return 0;
    }

    private static String said(int applied) {
        return applied == 0 ? "The database is up to date." : "The database is up to date: " + applied + " applied.";
    }
}
