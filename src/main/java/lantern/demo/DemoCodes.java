package lantern.demo;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import lantern.access.CodesShown;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The demo's accounts with the codes of this moment. Only the demo command sets the property; serve sets it to false. */
@Component
@ConditionalOnProperty(name = DemoCodes.PROPERTY, havingValue = "true")
public final class DemoCodes implements CodesShown {
    static final String PROPERTY = "lantern.demo";

    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    DemoCodes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Account> accounts() {
        return DemoRegion.accounts().stream()
                .map(each -> new Account(
                        each.title() + ", " + each.authorityTitle(),
                        each.email(),
                        DemoRegion.PASSWORD,
                        code(each.secret())))
                .toList();
    }

    private String code(byte[] secret) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), clock.instant());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
