package lantern.platform.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lantern.audit.LedgerWorld;
import lantern.platform.Ids;
import org.junit.jupiter.api.Test;

class DoctorLedgerTest {
    private final LedgerWorld world = new LedgerWorld();

    @Test
    void entries_that_nobody_seals_are_said_to_wait_until_they_are_sealed() throws SQLException {
        assertThat(said(Clock.systemUTC())).contains("The ledger is sealed to its newest entry");
        world.as(LedgerWorld.MERROWDALE, () -> world.ledger.act("flag.raised", "flag", Ids.next(), null));
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20));
        assertThat(said(later))
                .anyMatch(each -> each.startsWith(
                        "The ledger is not being sealed. Entries that wait: 1, the oldest for 20 minutes"));
        world.settled(world.sealer()).pass();
        assertThat(said(later)).contains("The ledger is sealed to its newest entry");
    }

    private List<String> said(Clock clock) {
        return new DatabaseChecks(world.database.settings(), clock)
                .all().stream().map(Finding::said).toList();
    }
}
