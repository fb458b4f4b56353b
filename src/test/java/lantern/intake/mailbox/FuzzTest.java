package lantern.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lantern.intake.notification.NotificationReader;
import lantern.intake.notification.Reading;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes, it is read, refused by name or called unreadable: nothing is thrown, so nothing is lost. Some thousand inputs in every run;
 * {@code -Dlantern.fuzz=1000000} for a million. The seed is fixed by the number of the input, so that a failure can be made again.
 */
class FuzzTest {
    private static final int NUMBER = Integer.getInteger("lantern.fuzz", 4_000);
    private static final Instant NOW = Instant.parse("2026-07-05T12:00:00Z");
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            ": ",
            "--cut",
            "--cut--",
            "\u0000",
            "\ud83d",
            "é",
            "=?utf-8?B?w6k=?=",
            "=?x?Q?=",
            "charset=utf-7",
            "Content-Type: ",
            "multipart/mixed; boundary=",
            "message/rfc822",
            "Content-Transfer-Encoding: base64",
            "quoted-printable",
            "=0D=0A",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\u0000",
            "\\ud800",
            "null",
            "1e999",
            "-0",
            "9".repeat(400),
            "[".repeat(600),
            "Family name",
            "Kind: missing",
            "Date of birth: 31/02/2011",
            "Last seen: 25:99",
            "2026-02-30T25:61:00+99:00",
            "\ufeff",
            "\u202e",
            "<b>",
            "<script>",
            "From: ",
            "Message-ID: <",
            "Date: ",
            ",,,\"\"\"",
            "A".repeat(3_000));
    private static final List<byte[]> SEEDS = List.of(
            bytes(
                    "From: misper@police.example\r\nMessage-ID: <1@x>\r\nDate: Sun, 5 Jul 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
                            + "Content-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKind: missing\r\nFamily name: Moss\r\n"
                            + "Date of birth: 4/5/2011\r\nLast seen: 05/07/2026 09:00\r\nAddress: 1 Row\r\nTown\r\n--cut\r\nContent-Type: application/pdf; name=x.pdf\r\n"
                            + "Content-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--cut--\r\n"),
            bytes("From: a@b\r\nContent-Type: text/html\r\n\r\n<p>Kind: found<br>Name: MOSS, Ada</p>"),
            bytes(
                    "{\"source\": \"s\", \"sourceReference\": \"1\", \"kind\": \"missing\", \"reportedAt\": \"2026-07-05T11:00:00Z\","
                            + " \"child\": {\"familyName\": \"Moss\", \"phones\": [\"1\"], \"addresses\": [{\"lines\": \"x\"}]}, \"missing\": {\"concerns\": [\"a\"], \"checks\": []}}"),
            bytes("Kind,Family name,Date of birth\r\nmissing,Moss,4/5/2011\r\n"));

    @Test
    void whatever_comes_is_read_or_refused_by_name_and_never_thrown_away() {
        var read = new int[3];
        for (var i = 0; i < NUMBER; i++) {
            var input = input(new SplittableRandom(i));
            try {
                one(input, read);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("Input " + i + " of " + input.length + " bytes", e);
            }
        }
        assertThat(read[0]).as("some are read").isPositive();
        assertThat(read[1]).as("some are refused").isPositive();
        assertThat(read[2]).as("some are unreadable").isPositive();
    }

    private static void one(byte[] input, int[] read) {
        var mail = Mail.read(input);
        assertThat(mail.text().length()).isLessThanOrEqualTo(2 * Mail.MOST_TEXT + 100);
        assertThat(mail.attached().size()).isLessThanOrEqualTo(20);
        var lines = LabelledLines.of(mail.text(), Map.of("misper", "family name"));
        count(NotificationReader.read(bytes(lines.json("fuzz", mail, "digest", NOW)), "email", NOW), read);
        count(NotificationReader.read(input, "api", NOW), read);
    }

    private static void count(Reading reading, int[] read) {
        switch (reading) {
            case Reading.Read(var message) -> {
                assertThat(message.sourceReference()).isNotBlank();
                read[0]++;
            }
            case Reading.Invalid(var problems) -> {
                assertThat(problems).isNotEmpty();
                read[1]++;
            }
            case Reading.Unreadable(var why) -> {
                assertThat(why).isNotBlank();
                read[2]++;
            }
        }
    }

    /** One of the seeds with some bytes changed, pieces put in, parts doubled or cut off. */
    private static byte[] input(SplittableRandom chance) {
        var bytes = SEEDS.get(chance.nextInt(SEEDS.size()));
        for (var times = chance.nextInt(8); times > 0; times--) {
            var at = chance.nextInt(bytes.length + 1);
            bytes = switch (chance.nextInt(5)) {
                case 0 -> spliced(bytes, at, at, bytes(PIECES.get(chance.nextInt(PIECES.size()))));
                case 1 -> spliced(bytes, at, Math.min(bytes.length, at + chance.nextInt(20)), new byte[0]);
                case 2 -> spliced(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) chance.nextInt(256)});
                case 3 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at / 2, at));
                default -> Arrays.copyOf(bytes, at);
            };
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        var all = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(with, 0, all, from, with.length);
        System.arraycopy(bytes, to, all, from + with.length, bytes.length - to);
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
