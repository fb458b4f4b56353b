package lantern.timescales.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lantern.timescales.standard.Standard;

/**
 * The standards that practice guidance set at one time, in force from a date until the next edition.
 *
 * @param police what police call the child or the risk in this edition: its own axis, never the national return's
 * @param nationalReturn the codes of the statutory return (SSDA903), kept apart from the police's words
 * @param definitions each standard as it was written, by id, for keeping beside the timescales that it starts
 */
public record Edition(
        String id,
        String title,
        LocalDate from,
        List<String> police,
        List<String> nationalReturn,
        List<Standard> standards,
        Map<String, Map<String, Object>> definitions) {

    public Standard standard(String id) {
        return standards.stream()
                .filter(standard -> standard.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No standard \"" + id + "\" in edition " + this.id));
    }
}
