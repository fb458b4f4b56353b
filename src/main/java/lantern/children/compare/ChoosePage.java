package lantern.children.compare;

import java.util.List;
import java.util.UUID;
import lantern.calendar.London;
import lantern.children.Candidate;
import lantern.platform.web.Page;
import lantern.platform.web.forms.FieldError;
import org.jspecify.annotations.Nullable;

/** Which record is of the same child: those that the matching finds by what this one says, or one whose reference is known. */
public record ChoosePage(
        UUID child,
        String name,
        String reference,
        List<Candidate> alike,
        @Nullable String typed,
        @Nullable String wrong)
        implements Page {
    @Override
    public String title() {
        return "Merge with another record of this child";
    }

    @Override
    public String back() {
        return "/children/" + child;
    }

    @Override
    public List<FieldError> errors() {
        return wrong == null ? List.of() : List.of(new FieldError("with", wrong));
    }

    public String born(Candidate other) {
        var born = other.dateOfBirth();
        return born == null ? "Not known" : London.day(born).substring(4);
    }

    public String why(Candidate other) {
        return ComparePage.why(other.working());
    }
}
