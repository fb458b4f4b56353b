package lantern.timescales.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import lantern.timescales.Happening;
import lantern.timescales.standard.Standard;
import org.junit.jupiter.api.Test;

/** docs/standards.md is written from the standards themselves: {@code mvn test -Dtest=StandardsDocumentTest -Dlantern.write-docs=true}. */
class StandardsDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/standards.md");

    @Test
    void the_document_says_what_the_standards_say() throws IOException {
        var written = document();
        if (Boolean.getBoolean("lantern.write-docs")) Files.writeString(DOCUMENT, written);
        assertThat(Files.readString(DOCUMENT))
                .as("run this test with -Dlantern.write-docs=true")
                .isEqualTo(written);
    }

    private static String document() {
        var text = new StringBuilder("""
                # Standards and their limits

                Written by a test from `src/main/resources/definitions/standards/*.yaml`, which is where a shipped number lives. A running Lantern
                shows the same, with the numbers that your authority has set and their history, at **Timescales > Standards**
                (`/timescales/standards`).

                - **To change a number for one authority**, sign in as a Head of Service, a service manager or an administrator, open the standard there
                  and choose "Change for ...": new number, from which date, reason. No file is edited and nothing is restarted. Timescales that have
                  started keep the number they started with; a manager can re-base one with a reason.
                - **To change what ships to everyone**, edit the YAML and raise the entry's `version`; `./lantern migrate` (or the next start) loads it.
                  A version from which a timescale has started is refused if it changes without a new number.
                - "Within n working days" ends with the n-th working day after the day of the event in Europe/London; hours are elapsed hours, also
                  when the clocks change. A timescale is *due soon* when the share of its time that stands below is left.
                - *Default* marks a number that the papers do not give: it ships for an authority to set.

                What an entry may say: `starts` and `met-by` (events), `cancelled-by` (events; "found before due" cancels only before it is due),
                `applies-if` and `unless` (facts when it starts), `offset-hours` (the limit counts from that long after the event), `within`,
                `counts-earlier` (done before the start counts too), `owner`, `steps` (role: "due soon", "due", "4 hours after due", "50% left"),
                `due-soon` (percent left, 25 unless said), `source`, `set-by` (paper or authority), `version`.
                """);
        Edition before = null;
        for (var edition : EditionReader.shipped()) {
            text.append("\n## ")
                    .append(edition.title())
                    .append(" (`")
                    .append(edition.id())
                    .append("`), from ")
                    .append(edition.from())
                    .append("\n\n");
            text.append("Police: ")
                    .append(String.join(", ", edition.police()))
                    .append(". National return: ")
                    .append(String.join(", ", edition.nationalReturn()))
                    .append(" (an axis of its own).\n");
            var earlier = before;
            var changed = edition.standards().stream()
                    .filter(standard -> earlier == null || !earlier.standards().contains(standard))
                    .toList();
            if (earlier != null)
                text.append("What is not listed here is as in the edition before: ")
                        .append(edition.standards().size() - changed.size())
                        .append(" standards.\n");
            table(text, changed);
            before = edition;
        }
        return text.toString();
    }

    private static void table(StringBuilder text, Collection<Standard> standards) {
        text.append(
                "\n| standard | starts when | applies if | limit | met when | cancelled when | owner; told | source |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        for (var each : standards) {
            text.append("| **")
                    .append(each.title())
                    .append("** `")
                    .append(each.id())
                    .append("` | ")
                    .append(words(each.starts(), Happening.EVENTS))
                    .append(" | ")
                    .append(applies(each))
                    .append(" | ")
                    .append(each.offsetHours() == 0 ? "" : each.offsetHours() + " hours after that, then ")
                    .append(each.within().words())
                    .append(each.setByAuthority() ? " (default)" : "")
                    .append(" | ")
                    .append(words(each.metBy(), Happening.EVENTS))
                    .append(" | ")
                    .append(cancels(each))
                    .append(" | ")
                    .append(each.owner())
                    .append("; ")
                    .append(steps(each))
                    .append(" | ")
                    .append(each.source())
                    .append(" |\n");
        }
    }

    private static String applies(Standard each) {
        var unless = each.unless().isEmpty() ? "" : "; not if " + words(each.unless(), Happening.FACTS);
        return (each.facts().isEmpty() ? "always" : words(each.facts(), Happening.FACTS)) + unless;
    }

    private static String cancels(Standard each) {
        return each.cancelledBy().stream()
                .map(it -> Happening.EVENTS.get(it.event()) + (it.onlyBeforeDue() ? " (before it is due)" : ""))
                .collect(Collectors.joining("; "));
    }

    private static String steps(Standard each) {
        return each.steps().stream().map(it -> it.to() + " " + it.when()).collect(Collectors.joining(", "));
    }

    private static String words(Collection<String> codes, Map<String, String> words) {
        return codes.stream().map(words::get).collect(Collectors.joining("; "));
    }
}
