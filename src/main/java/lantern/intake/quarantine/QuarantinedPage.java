package lantern.intake.quarantine;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;

/** One message that could not be read: its bytes as text, and every reason. */
public record QuarantinedPage(
        Form form,
        UUID id,
        String agency,
        String received,
        String text,
        List<Quarantine.Kept.Problem> problems,
        boolean mayDecide)
        implements Page.WithForm {
    @Override
    public String title() {
        return "Message that could not be read";
    }

    @Override
    public String back() {
        return "/inbox/quarantine";
    }
}
