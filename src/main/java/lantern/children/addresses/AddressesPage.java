package lantern.children.addresses;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantern.calendar.London;
import lantern.platform.web.Page;
import lantern.platform.web.forms.Form;
import org.jspecify.annotations.Nullable;

/** A child's addresses and the form that adds one. {@code ending} is the address whose last day is being written. */
public record AddressesPage(
        Form form,
        UUID child,
        String name,
        String reference,
        List<Row> addresses,
        @Nullable Row ending) implements Page.WithForm {

    public record Row(
            UUID id,
            String kind,
            String lines,
            @Nullable String postcode,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        public boolean standing() {
            return endsOn == null && !kind.equals("previous");
        }

        public String words() {
            return Stream.of(lines.strip().replaceAll("\\s*\\R\\s*", ", "), postcode == null ? "" : postcode)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        public String kindWords() {
            return switch (kind) {
                case "home" -> "Home";
                case "previous" -> "Earlier";
                default -> "Other";
            };
        }

        public String from() {
            return startsOn == null ? "Not known" : London.day(startsOn);
        }

        public String until() {
            if (endsOn != null) return London.day(endsOn);
            return standing() ? "Today" : "Not known";
        }
    }

    @Override
    public String title() {
        return ending == null ? "Addresses" : "End an address";
    }

    @Override
    public String back() {
        return "/children/" + child + (ending == null ? "#contact" : "/addresses");
    }
}
