package lantern.platform.command;

import java.util.concurrent.Callable;
import lantern.platform.postgres.DatabaseSettings;
import lantern.platform.postgres.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = {
            "Serve Lantern in production, behind a proxy that ends TLS, on an outside PostgreSQL 18.",
            "Settings come from the environment; docs/guides/operate.md lists them. Unsafe ones are refused."
        })
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private Installation lantern;

    @Option(
            names = "--port",
            description = "Port to listen on (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:LANTERN_PORT:-8080}")
    private int port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var properties = ServeSettings.properties(System.getenv(), port);
        var settings = DatabaseSettings.outside(System.getenv());
        Migrations.requireNoneMissing(settings);
        var out = spec.commandLine().getOut();
        return Server.start(lantern, OpenDatabase.outside(lantern.folder(), settings), properties, it -> {
            out.println("Lantern serves " + properties.get("lantern.public-url") + " on port " + port);
            out.flush();
        });
    }
}
