package lantern.audit.seal;

import java.util.Map;
import lantern.access.OpenToAll;
import lantern.audit.SealWatch;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For a monitor: an answer means that the application and its database work. A ledger that lags is said and still answered with 200, because taking this
 * instance out of service would not help.
 */
@RestController
@Transactional
class HealthController {
    private final SealWatch watch;

    HealthController(SealWatch watch) {
        this.watch = watch;
    }

    record Health(String status, Map<String, Object> ledger) {}

    @GetMapping("/health")
    @OpenToAll("a monitor has no account; it learns no number of acts")
    Health health() {
        var lag = watch.lag();
        return new Health(
                lag.late() ? "attention" : "well",
                Map.of(
                        "sealing",
                        lag.late() ? "late" : "well",
                        "oldestUnsealedSeconds",
                        lag.late() ? lag.waited().toSeconds() : 0));
    }
}
