package lantern.children;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Past absences that an import brings: implemented by the room that keeps missing episodes, asked by children. */
public interface MissingHistory {
    /** One absence as the national return has it: days without times, code M or A; {@code until} null while the child is missing. */
    record Absence(
            UUID child,
            String code,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String placement) {}

    /** What was kept of an absence: its episode, or why it was not taken. */
    record Kept(@Nullable UUID episode, @Nullable String refusal) {}

    /** In the order of the absences. Clocks of what is over are not started. */
    List<Kept> add(List<Absence> absences, Instant at);
}
