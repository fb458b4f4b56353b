package lantern.intake.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail as far as it is read: who sent it, when, and its text. A message that was forwarded as an attachment is read too. Reading is bounded in depth,
 * number of parts and length of text, whatever was sent, and never throws for it.
 *
 * @param from the sender's address in lower case; null when there is none
 * @param messageId as the sender's system gave it
 * @param sentAt null when the header is missing or no date
 * @param text plain text, or what an HTML message shows; lines end in \n
 */
record Mail(
        @Nullable String from,
        @Nullable String messageId,
        @Nullable Instant sentAt,
        String text,
        List<Attached> attached) {
    /** A file that came with the message, as far as it is read. */
    record Attached(String name, byte[] bytes) {}

    private static final int MOST_ATTACHED = 20;
    private static final int MOST_ATTACHED_BYTES = MailArrivals.MOST_BYTES;

    Mail(@Nullable String from, @Nullable String messageId, @Nullable Instant sentAt, String text) {
        this(from, messageId, sentAt, text, List.of());
    }

    static final int MOST_TEXT = 200_000;
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 60;
    private static final Session NONE = Session.getInstance(new Properties());

    static {
        // Broken headers and encodings are the rule in automated mail: read what can be read.
        System.setProperty("mail.mime.decodetext.strict", "false");
        System.setProperty("mail.mime.multipart.ignoremissingboundaryparameter", "true");
        System.setProperty("mail.mime.multipart.ignoremissingendboundary", "true");
        System.setProperty("mail.mime.multipart.allowempty", "true");
        System.setProperty("mail.mime.base64.ignoreerrors", "true");
        System.setProperty("mail.mime.ignoreunknownencoding", "true");
    }

    static Mail read(byte[] raw) {
        try {
            var message = new MimeMessage(NONE, new SharedByteArrayInputStream(raw));
            var text = new Text();
            text.of(message, 0);
            return new Mail(
                    from(message),
                    header(message, "Message-ID"),
                    sent(message),
                    text.all(),
                    List.copyOf(text.attached));
        } catch (MessagingException | RuntimeException e) {
            return new Mail(null, null, null, cut(new String(raw, StandardCharsets.UTF_8)));
        }
    }

    private static @Nullable String from(Message message) {
        try {
            var from = message.getFrom();
            if (from == null || from.length == 0 || !(from[0] instanceof InternetAddress address)) return null;
            var written = address.getAddress();
            return written == null || written.isBlank() ? null : written.strip().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return null;
        }
    }

    private static @Nullable String header(Message message, String name) {
        try {
            var values = message.getHeader(name);
            return values == null || values.length == 0 || values[0].isBlank() ? null : values[0].strip();
        } catch (MessagingException e) {
            return null;
        }
    }

    private static @Nullable Instant sent(Message message) {
        try {
            var date = message.getSentDate();
            return date == null ? null : date.toInstant();
        } catch (MessagingException e) {
            return null;
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
    }

    /** Gathers text: plain parts are preferred to HTML ones beside them; attachments are kept with the message and not read. */
    private static final class Text {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder shown = new StringBuilder();
        private final List<Attached> attached = new ArrayList<>();
        private int parts;
        private int attachedBytes;

        String all() {
            var found = plain.toString().isBlank() ? shown.toString() : plain.toString();
            // PostgreSQL keeps no text with a null character in it; the message itself is kept byte for byte.
            return found.replace("\r\n", "\n")
                    .replace('\r', '\n')
                    .replace('\u00a0', ' ')
                    .replace("\0", "");
        }

        void of(Part part, int depth) {
            if (depth > DEEPEST || ++parts > MOST_PARTS || plain.length() >= MOST_TEXT) return;
            try {
                if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
                    for (var i = 0; i < many.getCount() && parts <= MOST_PARTS; i++) of(many.getBodyPart(i), depth + 1);
                } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part inner) {
                    of(inner, depth + 1);
                } else if (isFile(part)) {
                    attach(part);
                } else if (part.isMimeType("text/html")) {
                    shown.append(Jsoup.parse(decoded(part)).wholeText()).append('\n');
                } else if (part.isMimeType("text/*")) {
                    plain.append(decoded(part)).append('\n');
                }
            } catch (MessagingException | IOException | RuntimeException e) {
                // A part that cannot be read is as good as an attachment: the message is kept whole anyway.
            }
        }

        private static boolean isFile(Part part) throws MessagingException {
            return part instanceof BodyPart
                    && (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                            || !part.isMimeType("text/*") && !part.isMimeType("multipart/*"));
        }

        private void attach(Part part) throws MessagingException, IOException {
            if (attached.size() >= MOST_ATTACHED) return;
            try (InputStream in = part.getInputStream()) {
                var bytes = in.readNBytes(MOST_ATTACHED_BYTES - attachedBytes);
                attachedBytes += bytes.length;
                var name = part.getFileName();
                attached.add(new Attached(name == null || name.isBlank() ? "file" : name, bytes));
            }
        }

        private static String decoded(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return new String(in.readNBytes(4 * MOST_TEXT), charset(part)).transform(Mail::cut);
            }
        }

        private static Charset charset(Part part) {
            try {
                var type = new jakarta.mail.internet.ContentType(part.getContentType());
                var named = type.getParameter("charset");
                if (named != null) return Charset.forName(jakarta.mail.internet.MimeUtility.javaCharset(named));
            } catch (MessagingException | IllegalArgumentException e) {
                // said below
            }
            return StandardCharsets.UTF_8;
        }
    }
}
