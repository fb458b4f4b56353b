package lantern.intake.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import lantern.intake.SaidJson;
import lantern.intake.notification.Reading.Invalid;
import lantern.intake.notification.Reading.Read;
import lantern.intake.notification.Reading.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationReaderTest {
    static final Instant NOW = Instant.parse("2016-07-05T19:05:00Z");

    static final String WHOLE = """
            {"source": "merrow-police", "sourceReference": "MP/2016/1", "kind": "missing",
             "occurredAt": "2016-07-05T14:05:00+01:00", "reportedAt": "2016-07-05T15:00:00+01:00", "wantsFeedback": true,
             "reporter": {"name": "Ola Reed", "relationship": "home manager", "phone": "01632 960001", "email": "ola@home.example"},
             "child": {"familyName": "Amberly", "givenNames": "Jo Sam", "knownAs": "Jojo", "dateOfBirth": "2003-05-23",
                "approximateAge": 13, "sex": "female", "ethnicity": "WBRI",
                "identifiers": {"upn": "A123456789012", "nhsNumber": "9434765919", "policeNominal": "N-77"},
                "addresses": [{"lines": "1 Invented Row", "postcode": "ZZ1 1AA", "kind": "home"}], "phones": ["07700 900123"],
                "description": "Tall\\nred hair", "clothing": "Blue coat", "accounts": ["tansy_m"], "disability": "Deaf in one ear", "medication": "Inhaler"},
             "missing": {"lastSeenAt": "2016-07-05T13:00:00Z", "lastSeenPlace": "Bus station", "lastSeenBy": "Carer",
                "missingFrom": "placement", "placementName": "Alder House", "circumstances": "Left after lunch", "classification": "missing",
                "risk": "medium", "outOfCharacter": true, "concerns": ["exploitation"], "policeReference": "P-1",
                "lastSeenWith": "A friend", "transport": "Bicycle", "money": "Ten pounds", "danger": "Has no coat", "exploitation": "New phone",
                "earlierEpisodes": "Twice in May", "checks": ["friends and family"]},
             "found": {"foundAt": "2016-07-05T18:00:00Z", "foundPlace": "Park", "foundBy": "Officer", "returnedTo": "Alder House",
                "harm": "none-known", "safeAndWellCheck": "Done"}}
            """;
    static final String LEAST = """
            {"source": "s", "sourceReference": "1", "kind": "found", "reportedAt": "2016-07-05T15:00:00Z", "child": {"familyName": "%s"}}
            """;

    static Reading read(String body) {
        return NotificationReader.read(body.getBytes(StandardCharsets.UTF_8), "api", NOW);
    }

    @Test
    void every_field_of_the_contract_is_read_and_comes_back_from_the_database_the_same() {
        var message = ((Read) read(WHOLE)).message();
        var said = message.said();
        assertThat(message.raw()).isEqualTo(WHOLE);
        assertThat(said.child().addresses()).singleElement().hasNoNullFieldsOrProperties();
        for (var part : List.of(said, said.reporter(), said.child(), said.missing(), said.found()))
            assertThat(part).hasNoNullFieldsOrProperties();
        assertThat(SaidJson.read(SaidJson.write(said))).isEqualTo(said);
    }

    @Test
    void what_was_not_said_is_nothing_and_not_a_problem() {
        var said = ((Read) read(LEAST.formatted("Reed"))).message().said();
        assertThat(said.missing()).isNull();
        assertThat(said.child().phones()).isEmpty();
        assertThat(SaidJson.read(SaidJson.write(said))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"شهاب", "😀 Zoë", "‏אבי‏", "O'Brien-Łukasz", "李"})
    void a_name_in_any_script_is_kept_as_it_is(String name) {
        assertThat(((Read) read(LEAST.formatted(name))).message().said().child().familyName())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "kind | \"kind\": \"missing\" | \"kind\": \"lost\"",
                "kind | \"kind\": \"missing\" | \"kind\": 7",
                "source | \"source\": \"merrow-police\" | \"source\": null",
                "sourceReference | \"MP/2016/1\" | \"  \"",
                "reportedAt | \"2016-07-05T15:00:00+01:00\" | \"2016-07-05T20:11:00Z\"",
                "reportedAt | \"2016-07-05T15:00:00+01:00\" | \"2016-07-05 15:00\"",
                "occurredAt | 2016-07-05T14:05:00+01:00 | 0002-07-05T14:05:00+01:00",
                "occurredAt | 2016-07-05T14:05:00+01:00 | 9999-07-05T14:05:00+01:00",
                "child.dateOfBirth | 2003-05-23 | 0002-05-23",
                "child.dateOfBirth | 2003-05-23 | 9999-05-23",
                "child.dateOfBirth | 2003-05-23 | 2003-02-30",
                "child.dateOfBirth | 2003-05-23 | 2016-07-06",
                "child.approximateAge | 13 | 26",
                "child.approximateAge | 13 | 13.5",
                "child.approximateAge | 13 | 99999999999999999999",
                "child.familyName | \"Amberly\" | {}",
                "child.givenNames | Jo Sam | Jo\\u0000Sam",
                "child.givenNames | Jo Sam | Jo\\ud83d",
                "child.givenNames | Jo Sam | Jo\\u0007Sam",
                "child.sex | female | girl",
                "child.identifiers.upn | \"A123456789012\" | 12",
                "child.addresses[0].kind | \"kind\": \"home\" | \"kind\": \"castle\"",
                "child.phones | [\"07700 900123\"] | \"07700 900123\"",
                "child.phones[0] | [\"07700 900123\"] | [7700900123]",
                "child.shoes | \"clothing\": \"Blue coat\" | \"shoes\": \"red\"",
                "missing.risk | medium | extreme",
                "missing.outOfCharacter | \"outOfCharacter\": true | \"outOfCharacter\": \"yes\"",
                "missing | \"missing\": {\"lastSeenAt\" | \"missing\": 3, \"found\": {\"foundAt\"",
                "found.harm | none-known | little",
            })
    void a_wrong_field_is_named(String field, String was, String is) {
        assertThat(read(WHOLE.replace(was, is)))
                .isInstanceOfAny(Invalid.class, Unreadable.class)
                .satisfies(reading -> {
                    if (reading instanceof Invalid(var problems))
                        assertThat(problems).extracting(Problem::field).contains(field);
                });
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        var body = """
                {"source": 1, "kind": "x", "reportedAt": "yesterday", "sender": "me", "child": {"dateOfBirth": "1916-01-01", "colour": 1}}
                """;
        assertThat(((Invalid) read(body)).problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "source",
                        "sourceReference",
                        "kind",
                        "reportedAt",
                        "child.familyName",
                        "child.dateOfBirth",
                        "child.colour",
                        "sender");
    }

    @Test
    void what_is_not_json_says_where_it_stops_and_never_quotes_it() {
        for (var body :
                List.of("{\"source\": \"secret", "", "  ", "{} {}", "{\"a\":1,\"a\":2}", "[".repeat(10_000), "\u0000"))
            assertThat(read(body))
                    .isInstanceOfSatisfying(
                            Unreadable.class, it -> assertThat(it.why()).doesNotContain("secret"));
        assertThat(read("[]")).isInstanceOf(Invalid.class);
        assertThat(NotificationReader.read(new byte[] {'{', (byte) 0xff, '}'}, "api", NOW))
                .isInstanceOf(Unreadable.class);
    }

    /** Seeded, so that a failure can be had again. */
    @Test
    void any_damage_to_a_message_is_answered_and_never_thrown() {
        var random = new Random(20160705);
        var seen = new int[3];
        for (var round = 0; round < 20_000; round++) {
            var bytes = damage(WHOLE.getBytes(StandardCharsets.UTF_8), random);
            switch (NotificationReader.read(bytes, "api", NOW)) {
                case Read(var message) -> {
                    seen[0]++;
                    assertThat(message.raw().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
                    assertThat(SaidJson.read(SaidJson.write(message.said()))).isEqualTo(message.said());
                    assertThat(SaidJson.write(message.said())).doesNotContain("\\u0000");
                }
                case Invalid(var problems) -> {
                    seen[1]++;
                    assertThat(problems).isNotEmpty();
                }
                case Unreadable(var why) -> {
                    seen[2]++;
                    assertThat(why).isNotBlank();
                }
            }
        }
        assertThat(seen).as("each way out was taken").doesNotContain(0);
    }

    private static byte[] damage(byte[] whole, Random random) {
        var bytes = whole.clone();
        for (var i = random.nextInt(3); i >= 0; i--) {
            var at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                case 2 -> bytes[at] = "{}[]\",:0n\\u".getBytes(StandardCharsets.US_ASCII)[random.nextInt(11)];
                case 3 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> {
                    var other = random.nextInt(bytes.length);
                    var length = Math.min(random.nextInt(40), bytes.length - Math.max(at, other));
                    System.arraycopy(whole.clone(), Math.min(other, whole.length - length), bytes, at, length);
                }
            }
        }
        return bytes;
    }
}
