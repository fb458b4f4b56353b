package lantern.intake.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.MessageSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unread messages of an open folder, some at a time: short ones come in one answer of the server, because each question costs the way there and back; a long
 * one comes by itself, in pieces. No more than some megabytes are held at once, however many messages wait.
 */
final class Unread {
    private static final Logger LOG = LoggerFactory.getLogger(Unread.class);
    private static final int AT_ONCE = 50;
    private static final int SHORT = 100_000;

    private final IMAPFolder folder;
    private Message[] left;

    Unread(IMAPFolder folder) throws MessagingException {
        this.folder = folder;
        this.left = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
    }

    /** The next few; empty when all have been given. */
    Message[] next() throws MessagingException {
        var some = Arrays.copyOf(left, Math.min(AT_ONCE, left.length));
        left = Arrays.copyOfRange(left, some.length, left.length);
        var sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        if (some.length > 0) folder.fetch(some, sizes);
        return some;
    }

    /** The bytes of those that are short, by their numbers. */
    Map<Integer, byte[]> bytesOfShort(Message[] some) throws MessagingException {
        var numbers = new int[some.length];
        var count = 0;
        for (var each : some)
            if (each.getSize() > 0 && each.getSize() <= SHORT) numbers[count++] = each.getMessageNumber();
        var bytes = new HashMap<Integer, byte[]>();
        if (count == 0) return bytes;
        var sets = MessageSet.createMessageSets(Arrays.copyOf(numbers, count));
        folder.doCommand(protocol -> {
            var answers = protocol.fetch(sets, "BODY.PEEK[]");
            for (var answer : answers) {
                if (!(answer instanceof FetchResponse one)) continue;
                var body = one.getItem(BODY.class);
                var found = body == null ? null : body.getByteArray();
                if (found != null) bytes.put(one.getNumber(), found.getNewBytes());
            }
            protocol.notifyResponseHandlers(answers);
            protocol.handleResult(answers[answers.length - 1]);
            return answers;
        });
        return bytes;
    }

    // What is longer than is read is kept as far as it goes: a person sees it, and the rest is still in the mailbox.
    static byte[] bytes(Message message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream(Math.clamp(message.getSize(), 1_024, MailArrivals.MOST_BYTES));
        try {
            message.writeTo(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    room(1);
                    bytes.write(b);
                }

                @Override
                public void write(byte[] from, int offset, int length) throws IOException {
                    var room = room(length);
                    bytes.write(from, offset, room);
                    if (room < length) throw new TooLong();
                }

                private int room(int wanted) throws TooLong {
                    var left = MailArrivals.MOST_BYTES - bytes.size();
                    if (left <= 0) throw new TooLong();
                    return Math.min(left, wanted);
                }
            });
        } catch (TooLong e) {
            LOG.warn("An e-mail of more than {} bytes is kept as far as that", MailArrivals.MOST_BYTES);
        }
        return bytes.toByteArray();
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Those that are durable are read, in one go; what a crash leaves unread is read again, which changes nothing. */
    static void read(Folder folder, Iterable<Message> durable) throws MessagingException {
        var all = new java.util.ArrayList<Message>();
        durable.forEach(all::add);
        if (!all.isEmpty()) folder.setFlags(all.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
    }
}
