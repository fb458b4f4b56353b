package lantern.platform.command;

import java.nio.file.Path;
import java.util.Map;
import lantern.platform.data.DataFolder;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The Lantern that a command works on: {@code @Mixin Installation lantern;} gives a command its --data option, the database
 * and, when it needs the modules' verbs, the application without its web server.
 */
public final class Installation {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Lantern's data folder (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:LANTERN_DATA:-data}")
    private Path data;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    public Path path() {
        return data;
    }

    public DataFolder folder() {
        return DataFolder.open(data);
    }

    /** The database, for as long as the command needs it. */
    public OpenDatabase database() {
        return OpenDatabase.open(folder());
    }

    /** The application's beans over this database, without a web server and without its jobs. */
    public ConfigurableApplicationContext application(OpenDatabase database) {
        return start(database, WebApplicationType.NONE, Map.of("db-scheduler.enabled", "false"));
    }

    /** The web application, listening when this returns. */
    public ConfigurableApplicationContext serve(OpenDatabase database, Map<String, Object> properties) {
        return start(database, WebApplicationType.SERVLET, properties);
    }

    private ConfigurableApplicationContext start(
            OpenDatabase database, WebApplicationType type, Map<String, Object> properties) {
        return Application.start(command.root().userObject().getClass(), database, type, properties);
    }
}
