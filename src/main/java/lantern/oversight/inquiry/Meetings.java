package lantern.oversight.inquiry;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The meetings of a committee, newest first. */
@Component
public class Meetings {
    private final Said said;

    Meetings(Said said) {
        this.said = said;
    }

    public List<Meeting> of(UUID committee) {
        return said.meetings().values().stream()
                .filter(each -> each.committee().equals(committee))
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }
}
