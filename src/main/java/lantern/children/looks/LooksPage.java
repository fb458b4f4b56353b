package lantern.children.looks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.audit.Look;
import lantern.calendar.London;
import lantern.platform.web.Page;
import org.jspecify.annotations.Nullable;

public record LooksPage(
        UUID child,
        String name,
        String reference,
        List<Look> looks,
        @Nullable String older,
        Instant now) implements Page {
    @Override
    public String title() {
        return "Who looked at this record";
    }

    @Override
    public String back() {
        return "/children/" + child;
    }

    @Override
    public boolean wide() {
        return true;
    }

    public String who(Look look) {
        return Stream.of(look.name(), look.post(), look.agency())
                .filter(each -> each != null)
                .collect(Collectors.joining(", "));
    }

    public String what(Look look) {
        return switch (look.act()) {
            case "look" -> "Opened: " + String.join(", ", look.sections());
            case "list" -> "Saw in a list: " + look.list();
            default -> look.act().replace('.', ' ').replace('-', ' ');
        };
    }

    public String when(Look look) {
        return London.when(look.at(), now);
    }
}
