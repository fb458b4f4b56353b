package lantern.children.care;

import java.time.LocalDate;
import lantern.children.NewChild.Address;
import org.jspecify.annotations.Nullable;

/**
 * Where a looked after child is placed from a day on. {@code hostAuthority} is named when the placement lies in another
 * authority; the address goes to a table of its own that few may read. {@code because}: why the placement before it ended, as a code.
 */
public record NewPlacement(
        String typeCode,
        @Nullable String providerCode,
        String name,
        @Nullable String hostAuthority,
        LocalDate startsOn,
        @Nullable Address address,
        @Nullable String because) {}
