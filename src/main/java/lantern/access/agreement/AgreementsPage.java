package lantern.access.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.platform.web.Page;

/**
 * All agencies with what is agreed with each.
 *
 * @param without agencies that nothing is agreed with: they see nothing of a child
 */
public record AgreementsPage(
        List<Agreement> agreements, Map<UUID, List<Agreement.Line>> lines, Map<String, String> without, LocalDate today)
        implements Page {
    @Override
    public String title() {
        return "Sharing agreements";
    }

    @Override
    public boolean wide() {
        return true;
    }

    public List<Agreement> waiting() {
        return agreements.stream()
                .filter(each -> each.standing() == Agreement.Standing.PROPOSED)
                .toList();
    }

    public List<Agreement> live() {
        return agreements.stream().filter(Agreement::live).toList();
    }

    public List<Agreement> past() {
        return agreements.stream()
                .filter(each -> !each.live() && each.standing() != Agreement.Standing.PROPOSED)
                .toList();
    }

    public String sections(Agreement agreement) {
        return String.join(", ", Agreement.names(lines.getOrDefault(agreement.id(), List.of())));
    }
}
