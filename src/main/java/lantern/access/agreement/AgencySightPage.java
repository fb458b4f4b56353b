package lantern.access.agreement;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;

/** What one agency may see, in words. */
public record AgencySightPage(
        UUID agency, String name, List<Row> rows, List<String> withheld, List<Agreement> agreements) implements Page {
    public record Row(String section, String who, String covers, String agreement) {}

    @Override
    public String title() {
        return "What may this agency see?";
    }

    @Override
    public String back() {
        return "/agreements";
    }
}
