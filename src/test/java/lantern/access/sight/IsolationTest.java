package lantern.access.sight;

import static org.assertj.core.api.Assertions.assertThat;

import lantern.ServerTest;
import lantern.access.Setup;
import lantern.access.SystemSecret;
import lantern.demo.bench.access.Canaries;
import lantern.demo.bench.access.Isolation;
import lantern.platform.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

/** The same in short what {@code ./lantern bench --only isolation} does for a minute with 200 users. */
class IsolationTest extends ServerTest {
    @Test
    void users_of_many_authorities_at_once_on_few_connections_read_only_what_is_their_own() throws Exception {
        var setup = new Setup(database.owner(), SystemSecret.of(TestDatabase.folder()));
        var users = new Canaries(database.owner(), setup, clock, port).users(8, 2, 40);
        var isolation = new Isolation(port, users);
        isolation.times(24);
        assertThat(isolation.foreign()).isEmpty();
        assertThat(isolation.answers()).isEqualTo(40 * 24);
        assertThat(isolation.withOwn()).isGreaterThan(40 * 20);
    }
}
