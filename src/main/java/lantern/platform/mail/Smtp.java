package lantern.platform.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The authority's mail server for what Lantern sends. TLS is required unless the server is on this machine. */
@Component
public class Smtp {
    private final String url;
    private final String password;
    private final String from;

    @Autowired
    public Smtp(
            @Value("${lantern.smtp.url:}") String url,
            @Value("${lantern.smtp.password:}") String password,
            @Value("${lantern.smtp.from:}") String from) {
        this.url = url.strip();
        this.password = password;
        this.from = from.strip();
    }

    public boolean isSet() {
        return !url.isEmpty() && !from.isEmpty();
    }

    /** An entry for the recipient's calendar, as a file (RFC 6047 without asking for an answer). */
    public record Calendar(String text, boolean cancelled) {}

    public void send(UUID id, String to, String subject, String text, Instant at) throws MessagingException {
        send(id, to, subject, text, at, null);
    }

    /** The message's own id stays the same however often it is tried, so that a server or reader can tell a second copy. */
    public void send(UUID id, String to, String subject, String text, Instant at, @Nullable Calendar calendar)
            throws MessagingException {
        var server = URI.create(url);
        var message = new MimeMessage(session(server)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@lantern>");
            }
        };
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setSentDate(Date.from(at));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (calendar == null) message.setText(text, "UTF-8");
        else message.setContent(withCalendar(text, calendar));
        message.saveChanges();
        try (var transport = session(server).getTransport(server.getScheme())) {
            transport.connect(
                    server.getHost(), server.getPort(), server.getUserInfo(), password.isEmpty() ? null : password);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static MimeMultipart withCalendar(String text, Calendar calendar) throws MessagingException {
        var words = new MimeBodyPart();
        words.setText(text, "UTF-8");
        var entry = new MimeBodyPart();
        var type = "text/calendar; charset=UTF-8; method=" + (calendar.cancelled() ? "CANCEL" : "PUBLISH");
        entry.setDataHandler(
                new DataHandler(new ByteArrayDataSource(calendar.text().getBytes(StandardCharsets.UTF_8), type)));
        entry.setHeader("Content-Type", type);
        entry.setFileName("meeting.ics");
        return new MimeMultipart(words, entry);
    }

    private static Session session(URI server) {
        var settings = new Properties();
        var near = "127.0.0.1".equals(server.getHost()) || "localhost".equals(server.getHost());
        for (var each : new String[] {"smtp", "smtps"}) {
            var name = "mail." + each + ".";
            settings.setProperty(name + "connectiontimeout", "10000");
            settings.setProperty(name + "timeout", "20000");
            settings.setProperty(name + "writetimeout", "20000");
            settings.setProperty(name + "auth", String.valueOf(server.getUserInfo() != null));
            settings.setProperty(name + "ssl.checkserveridentity", "true");
            settings.setProperty(name + "starttls.enable", String.valueOf(!near));
            settings.setProperty(name + "starttls.required", String.valueOf(!near));
        }
        return Session.getInstance(settings);
    }
}
