package lantern.intake.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mailbox, read over IMAP on a thread of its own: everything unread, then waiting for more (IDLE where the server has it, else every half minute). A message is
 * marked as read only after it is durable, so a crash between the two reads it again, which changes nothing. A slow or silent server holds up this thread alone.
 */
final class Mailbox implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final Duration BETWEEN = Duration.ofSeconds(30);
    /** Servers drop a client that idles for half an hour. */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(9);

    /** Takes a message in; returns when it is durable. */
    interface Taker {
        void take(byte[] raw);
    }

    private final URI address;
    private final String password;
    private final Taker taker;
    private final AtomicReference<@Nullable Store> open = new AtomicReference<>();
    private volatile boolean stopped;

    /** @param address such as {@code imaps://lantern%40merrowdale.example@mail.example:993/INBOX} */
    Mailbox(URI address, String password, Taker taker) {
        this.address = address;
        this.password = password;
        this.taker = taker;
    }

    @Override
    public void run() {
        while (!stopped) {
            try (var store = connect();
                    var folder = (IMAPFolder) store.getFolder(folder())) {
                folder.open(Folder.READ_WRITE);
                while (!stopped) {
                    readAll(folder);
                    await(store, folder);
                }
            } catch (MessagingException | IOException | RuntimeException e) {
                if (stopped) return;
                // Its message may quote what was sent.
                LOG.warn(
                        "The mailbox at {} could not be read: {}",
                        address.getHost(),
                        e.getClass().getSimpleName());
                pause();
            } finally {
                open.set(null);
            }
        }
    }

    /** Reads what is there now, once; for tests and for a mailbox that is read by hand. */
    int readOnce() throws MessagingException, IOException {
        try (var store = connect();
                var folder = (IMAPFolder) store.getFolder(folder())) {
            folder.open(Folder.READ_WRITE);
            return readAll(folder);
        }
    }

    void stop() {
        stopped = true;
        var store = open.getAndSet(null);
        try {
            if (store != null) store.close();
        } catch (MessagingException e) {
            LOG.debug("Closing the mailbox", e);
        }
    }

    private Store connect() throws MessagingException {
        var protocol = address.getScheme();
        var settings = new Properties();
        for (var each : new String[] {"imap", "imaps"}) {
            settings.setProperty("mail." + each + ".connectiontimeout", "10000");
            settings.setProperty("mail." + each + ".timeout", "30000");
            settings.setProperty("mail." + each + ".writetimeout", "30000");
            settings.setProperty("mail." + each + ".ssl.checkserveridentity", "true");
            settings.setProperty("mail." + each + ".fetchsize", "262144");
            settings.setProperty("mail." + each + ".peek", "true");
        }
        var store = Session.getInstance(settings).getStore(protocol);
        store.connect(address.getHost(), address.getPort(), user(), password);
        open.set(store);
        return store;
    }

    private String user() {
        var user = address.getUserInfo();
        return user == null ? "" : user;
    }

    private String folder() {
        var path = address.getPath();
        return path == null || path.length() < 2 ? "INBOX" : path.substring(1);
    }

    private int readAll(IMAPFolder folder) throws MessagingException, IOException {
        var read = 0;
        var unread = new Unread(folder);
        for (var some = unread.next(); some.length > 0 && !stopped; some = unread.next()) {
            var durable = new ArrayList<Message>();
            try {
                var shorts = unread.bytesOfShort(some);
                for (var message : some) {
                    if (stopped) break;
                    if (take(message, shorts.get(message.getMessageNumber()))) durable.add(message);
                }
            } finally {
                Unread.read(folder, durable);
                read += durable.size();
            }
        }
        return read;
    }

    private boolean take(Message message, byte @Nullable [] known) throws MessagingException, IOException {
        try {
            taker.take(known == null ? Unread.bytes(message) : known);
            return true;
        } catch (RuntimeException e) {
            // It stays unread and is tried again; the messages after it do not wait for it. The cause may quote it.
            LOG.error("An e-mail could not be taken in: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private void await(Store store, IMAPFolder folder) throws MessagingException {
        var timer = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(LONGEST_IDLE);
                // Any command ends the wait of the other thread.
                folder.doCommand(protocol -> {
                    protocol.noop();
                    return null;
                });
            } catch (InterruptedException | MessagingException e) {
                // the wait ended by itself
            }
        });
        try {
            if (store instanceof org.eclipse.angus.mail.imap.IMAPStore imap && imap.hasCapability("IDLE"))
                folder.idle(true);
            else pause();
        } finally {
            timer.interrupt();
        }
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
