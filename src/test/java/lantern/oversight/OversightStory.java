package lantern.oversight;

import java.util.function.Supplier;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.oversight.entering.Setting;
import lantern.oversight.entering.Tracking;
import lantern.oversight.inquiry.Inquiries;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a test of oversight needs: somebody acting, and the verbs. */
public abstract class OversightStory extends ServerTest {
    @Autowired
    protected Setting setting;

    @Autowired
    protected Tracking tracking;

    @Autowired
    protected Inquiries inquiries;

    @Autowired
    protected PlatformTransactionManager transactions;

    @AfterEach
    void backToRealTime() {
        clock.release();
    }

    protected <T> T officer(Supplier<T> work) {
        return as("oversight-officer", work);
    }

    protected <T> T as(String role, Supplier<T> work) {
        var token = region.session("merrowdale", role);
        return Bearer.with(token, "a test", () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
