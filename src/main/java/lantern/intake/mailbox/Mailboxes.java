package lantern.intake.mailbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantern.access.Access;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The mailboxes of the authorities, from {@code LANTERN_MAIL_<AUTHORITY>_URL} and {@code LANTERN_MAIL_<AUTHORITY>_PASSWORD}. Several instances may read one
 * mailbox: a message taken twice is one.
 */
@Component
class Mailboxes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);

    record Setting(@Nullable String url, @Nullable String password) {}

    private final Map<String, Setting> settings;
    private final Access access;
    private final MailArrivals arrivals;
    private final List<Mailbox> running = new ArrayList<>();

    Mailboxes(Environment environment, Access access, MailArrivals arrivals) {
        this.settings = Binder.get(environment)
                .bind("lantern.mail", Bindable.mapOf(String.class, Setting.class))
                .orElse(Map.of());
        this.access = access;
        this.arrivals = arrivals;
    }

    @Override
    public void start() {
        if (settings.isEmpty()) return;
        for (var authority : access.authorities()) {
            var setting = settings.get(authority.code());
            if (setting == null || setting.url() == null) continue;
            var mailbox = new Mailbox(
                    URI.create(setting.url()),
                    setting.password() == null ? "" : setting.password(),
                    raw -> arrivals.arrived(authority.id(), raw));
            Thread.ofVirtual().name("mailbox-" + authority.code()).start(mailbox);
            running.add(mailbox);
            LOG.info("Notifications by e-mail are read for {}", authority.code());
        }
    }

    @Override
    public void stop() {
        running.forEach(Mailbox::stop);
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }
}
