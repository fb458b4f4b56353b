package lantern.platform.command;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import lantern.platform.CannotRun;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** The Spring application over an open database. */
final class Application {
    private Application() {}

    static ConfigurableApplicationContext start(
            Class<?> root, OpenDatabase database, WebApplicationType type, Map<String, Object> properties) {
        var spring = new SpringApplication(root);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        spring.setRegisterShutdownHook(false); // ours stops the application first and the database after it
        spring.setWebApplicationType(type);
        spring.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("databaseSettings", database.settings());
            context.getBeanFactory().registerSingleton("dataFolder", database.data());
        });
        // as arguments, which no stray SERVER_PORT or SPRING_* in the environment overrides
        var arguments = properties.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new);
        try {
            return spring.run(arguments);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException port) {
                    throw new CannotRun(
                            "Port " + port.getPort()
                                    + " is already in use on this machine. Choose another with --port.",
                            e);
                }
            }
            throw e;
        }
    }

    /** Keeps the process until it is told to stop; then the application is closed first and the database after it. */
    static int untilStopped(ConfigurableApplicationContext application, OpenDatabase database) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            close("application", application::close);
                            close("database", database::close);
                        },
                        "lantern-stop"));
        return CommandLineRun.RUNNING;
    }

    private static void close(String what, Runnable closing) {
        try {
            closing.run();
        } catch (RuntimeException e) {
            Logger.getLogger("lantern").log(Level.WARNING, "The " + what + " did not stop cleanly", e);
        }
    }
}
