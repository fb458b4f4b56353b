package lantern;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTests {
    @Test
    void no_room_reaches_where_it_may_not() {
        ApplicationModules.of(Lantern.class).verify();
    }
}
