package lantern.children.merge;

import java.util.List;
import lantern.children.Follows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the rooms that know no child's record hold of one all the same: who works with the child and who may not, the clocks, the files. Last, because
 * their rows hang on those of the others. The ledger is not among them: what was done under the old id stays there.
 */
@Component
@Order(1000)
class RoomsBelow implements Follows {
    private static final String[] SUBJECTS = {
        "intake.notification", "missing.episode", "missing.interview", "access.break_glass"
    };

    @Override
    public List<Held> held() {
        return List.of(
                Held.of("access.restriction"),
                Held.of("access.named_person")
                        .hangsOn("restriction_id", "access.restriction")
                        .changed(),
                Held.of("access.break_glass"),
                Held.of("access.involvement")
                        .hangsOn(
                                "subject_id",
                                "children.allocation",
                                "intake.notification",
                                "missing.episode",
                                "missing.interview")
                        .changed(),
                Held.of("timescales.happening").hangsOn("subject_id", SUBJECTS),
                Held.of("timescales.timescale").hangsOn("subject_id", SUBJECTS).changed(),
                Held.of("timescales.timescale_change").hangsOn("timescale_id", "timescales.timescale"),
                Held.of("timescales.notice").hangsOn("subject_id", SUBJECTS),
                Held.of("files.kept"));
    }
}
