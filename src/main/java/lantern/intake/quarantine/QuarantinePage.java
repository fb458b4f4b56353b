package lantern.intake.quarantine;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;

/** The messages that could not be read and wait for a person. */
public record QuarantinePage(List<Row> rows) implements Page {
    @Override
    public String title() {
        return "Messages that could not be read";
    }

    @Override
    public String back() {
        return "/inbox";
    }

    public record Row(UUID id, String agency, String received, String problems) {}
}
