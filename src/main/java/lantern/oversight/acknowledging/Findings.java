package lantern.oversight.acknowledging;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import lantern.oversight.checks.Finding;
import lantern.oversight.pages.Parts;
import lantern.oversight.pages.ReadPage.Part;
import lantern.platform.web.components.Link;
import lantern.platform.web.components.Table;
import lantern.platform.web.components.Text;
import org.springframework.stereotype.Component;

/** What the checks raise, with the facts, and what somebody said of each. */
@Component
public class Findings {
    private final Acknowledgements acknowledgements;

    Findings(Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    public static String key(Finding finding) {
        try {
            var text = finding.code() + "\n" + Acknowledgements.facts(finding);
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param kind as it stands in the address of the subject: recommendations, outcome-measures, cabinet-reports */
    public Part of(String kind, UUID subject, List<Finding> findings, boolean writes) {
        var heading = "What the checks raise";
        if (findings.isEmpty()) return Parts.words(heading, "No check raises anything.");
        var said = acknowledgements.of(subject);
        return new Part(
                heading,
                Table.of(heading)
                        .captionHidden()
                        .stacks()
                        .head("Check", "What it says", "On these facts", "Seen")
                        .rows(findings, each -> {
                            Content seen = said.stream()
                                    .filter(it -> it.of(each))
                                    .findFirst()
                                    .<Content>map(it -> Text.of("Acknowledged: " + it.reason()))
                                    .orElseGet(() -> writes
                                            ? Link.to(
                                                            "/oversight/" + kind + "/" + subject + "/findings/"
                                                                    + key(each) + "/acknowledgement",
                                                            "Acknowledge")
                                                    .hidden(each.says())
                                            : Text.of("Open"));
                            return List.of(Text.of(each.code()), Text.of(each.says()), Text.of(each.facts()), seen);
                        }));
    }
}
