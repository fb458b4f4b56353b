package lantern.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LabelledLinesTest {
    private static final Instant NOW = Instant.parse("2016-07-05T20:00:00Z");

    @Test
    void labelled_lines_become_the_fields_of_the_contract() {
        var json = read("""
                Good evening,

                Type of report: Missing
                Reference: MP/2016/118
                Name: Mosswater, Tansy
                DOB: 4 May 2003
                Gender: F
                Home address: 12 Alder Row
                  Merrowdale
                Postcode: ZZ1 2AB
                Last seen: 05/07/2016 14:05 hrs
                Circumstances: Left school at lunch.
                Did not come back.

                Phone is off.
                Risk level: Very low
                Out of character: yes
                Incident number: 442
                """, Map.of());
        assertThat(json.at("/kind").asString()).isEqualTo("missing");
        assertThat(json.at("/sourceReference").asString()).isEqualTo("MP/2016/118");
        assertThat(json.at("/child/familyName").asString()).isEqualTo("Mosswater");
        assertThat(json.at("/child/givenNames").asString()).isEqualTo("Tansy");
        assertThat(json.at("/child/dateOfBirth").asString()).isEqualTo("2003-05-04");
        assertThat(json.at("/child/sex").asString()).isEqualTo("female");
        assertThat(json.at("/child/addresses/0/lines").asString()).isEqualTo("12 Alder Row\nMerrowdale");
        assertThat(json.at("/child/addresses/0/postcode").asString()).isEqualTo("ZZ1 2AB");
        assertThat(json.at("/missing/lastSeenAt").asString()).isEqualTo("2016-07-05T14:05+01:00");
        assertThat(json.at("/missing/circumstances").asString())
                .isEqualTo("Left school at lunch.\nDid not come back.\n\nPhone is off.");
        assertThat(json.at("/missing/risk").asString()).isEqualTo("very-low");
        assertThat(json.at("/missing/outOfCharacter").asBoolean()).isTrue();
        assertThat(json.at("/missing/policeReference").asString()).isEqualTo("442");
    }

    @Test
    void a_sender_may_have_words_of_its_own_and_a_quoted_copy_is_read_without_its_marks() {
        var json = read("> > Misper surname: Fernhollow\n> > Kind: found\n", Map.of("misper surname", "family name"));
        assertThat(json.at("/child/familyName").asString()).isEqualTo("Fernhollow");
        assertThat(json.at("/kind").asString()).isEqualTo("found");
    }

    @Test
    void of_two_lines_with_one_label_the_first_stands_because_what_follows_is_what_was_answered() {
        assertThat(read("Surname: New\nSurname: Old\n", Map.of())
                        .at("/child/familyName")
                        .asString())
                .isEqualTo("New");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05/07/2016 14:05 | 2016-07-05T14:05+01:00",
                "5 July 2016 at 14.05 | 2016-07-05T14:05+01:00",
                "2016-01-05 1405 | 2016-01-05T14:05Z",
                "2016-01-05T14:05:00+00:00 | 2016-01-05T14:05Z",
                "05/07/2016 | 05/07/2016",
                "31/02/2016 10:00 | 31/02/2016 10:00",
                "yesterday | yesterday",
            })
    void a_moment_is_read_as_people_write_it_and_one_that_is_not_understood_stays_to_be_refused(
            String written, String read) {
        assertThat(Values.moment(written)).isEqualTo(read);
    }

    @Test
    void a_hundred_thousand_broken_messages_are_read_without_an_error_and_within_bounds() {
        var random = new Random(20161105);
        var pieces = new String[] {
            "Content-Type: multipart/mixed; boundary=\"b\"\r\n",
            "Content-Type: text/html; charset=\"nonsense-7\"\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "From: =?utf-8?Q?=ZZ?= <a@b.example>\r\n",
            "Date: never\r\n",
            "\r\n",
            "--b\r\n",
            "--b--\r\n",
            "Family name: \u0000\u00ff\r\n",
            "Address: one\r\ntwo\r\n",
            "Age: 999999999999\r\n",
            "DOB: 99/99/9999\r\n",
            "Last seen: 31/02/2016 25:61\r\n",
            ">>>>: : :\r\n",
            "Kind:\r\n",
            "<table><tr><td>Surname: X\r\n",
            "Content-Type: message/rfc822\r\n",
        };
        for (var n = 0; n < 100_000; n++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(14); i > 0; i--) text.append(pieces[random.nextInt(pieces.length)]);
            for (var i = random.nextInt(6); i > 0 && !text.isEmpty(); i--)
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
            var raw = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            var mail = Mail.read(raw);
            assertThat(mail.text().length()).isLessThanOrEqualTo(4 * Mail.MOST_TEXT);
            JsonMapper.shared().readTree(LabelledLines.of(mail.text(), Map.of()).json("s", mail, "digest", NOW));
        }
    }

    private static JsonNode read(String text, Map<String, String> own) {
        var mail = new Mail("a@b.example", "<1@b.example>", NOW, text);
        return JsonMapper.shared().readTree(LabelledLines.of(text, own).json("police", mail, "digest", NOW));
    }
}
