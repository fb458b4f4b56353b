package lantern.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** New identifiers: UUID version 7 (RFC 9562), which sort by the time they were made and so keep index pages warm. */
public final class Ids {
    private static final TimeBasedEpochGenerator NEXT = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return NEXT.generate();
    }
}
