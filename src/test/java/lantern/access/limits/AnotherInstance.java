package lantern.access.limits;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The limits as another instance of the application on the same database has them. */
public final class AnotherInstance {
    private final CallLimits limits;

    public AnotherInstance(JdbcClient app) {
        limits = new CallLimits(app);
    }

    public int take(String token) {
        return limits.take(token);
    }
}
