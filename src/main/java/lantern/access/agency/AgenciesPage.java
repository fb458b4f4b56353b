package lantern.access.agency;

import java.util.List;
import java.util.UUID;
import lantern.platform.web.Page;

/** The agencies that the reader looks after, with their teams. */
public record AgenciesPage(List<Row> agencies, boolean mayAdd, boolean systems) implements Page {
    public record Row(
            UUID id, String name, String kind, String code, String people, boolean ended, List<TeamRow> teams) {}

    public record TeamRow(UUID id, String name, String people, boolean ended) {}

    @Override
    public String title() {
        return "Agencies and teams";
    }
}
